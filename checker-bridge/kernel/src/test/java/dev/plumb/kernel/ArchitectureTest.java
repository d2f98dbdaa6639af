package dev.plumb.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plumb.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String INTERNAL = "dev.plumb.kernel.internal..";

    @ArchTest
    static final ArchRule only_internal_touches_TLC = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("tlc2..", "tla2sany..", "util..", "pcal..");

    @ArchTest
    static final ArchRule nothing_outside_depends_on_internal = noClasses()
            .that()
            .resideOutsideOfPackage(INTERNAL)
            .should()
            .dependOnClassesThat()
            .resideInAPackage(INTERNAL);

    @ArchTest
    static final ArchRule api_sees_the_jdk_and_traces_only = classes()
            .that()
            .resideInAPackage("dev.plumb.kernel.api")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.plumb.kernel.api", "dev.plumb.traces", "java..", "org.jspecify..");
}
