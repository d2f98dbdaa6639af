package dev.plumb.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plumb.core", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule sees_the_kernel_s_face_and_traces_and_no_class_of_TLC = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "dev.plumb.core..",
                    "dev.plumb.kernel",
                    "dev.plumb.kernel.api",
                    "dev.plumb.modules",
                    "dev.plumb.traces",
                    "java..",
                    "com.fasterxml.jackson..",
                    "org.jspecify..");

    @ArchTest
    static final ArchRule the_search_knows_neither_checks_nor_TLC_s_process = noClasses()
            .that()
            .resideInAPackage("dev.plumb.core.search")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.plumb.core", "dev.plumb.core.tlc", "dev.plumb.core.witness", "dev.plumb.kernel");
}
