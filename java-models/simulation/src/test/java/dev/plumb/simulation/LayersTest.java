package dev.plumb.simulation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "dev.plumb.simulation", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    /** All but what holds a world against its specification, and the commands, which print what came of it. */
    @ArchTest
    static final ArchRule sees_what_is_recorded_and_how_but_no_checker_of_specifications = classes()
            .that()
            .resideOutsideOfPackages("dev.plumb.simulation.commands..", "dev.plumb.simulation.conform..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "dev.plumb.traces..",
                    "dev.plumb.refinement..",
                    "dev.plumb.histories..",
                    "dev.plumb.simulation..",
                    "org.pcollections..",
                    "com.fasterxml.jackson.core..",
                    "org.jspecify.annotations..");
}
