package dev.plumb.traces;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plumb.traces", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule sees_the_jdk_and_jackson_core_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("dev.plumb.traces", "java..", "com.fasterxml.jackson.core..", "org.jspecify..");
}
