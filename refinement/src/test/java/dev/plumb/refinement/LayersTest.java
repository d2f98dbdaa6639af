package dev.plumb.refinement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** This module is loaded into the JVM of whoever records. */
@AnalyzeClasses(packages = "dev.plumb.refinement", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule sees_the_jdk_and_traces_only = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "dev.plumb.traces..", "dev.plumb.refinement..", "org.jspecify.annotations..");
}
