package dev.plumb.catalogue;

import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The arrows of the map: specs, traces, then refinement, then checker-bridge, then java-models. */
@AnalyzeClasses(packages = "dev.plumb", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {
    @ArchTest
    static final ArchRule ARROWS_POINT_DOWN = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("traces")
            .definedBy("dev.plumb.traces..")
            .layer("refinement")
            .definedBy("dev.plumb.refinement..")
            .layer("modules")
            .definedBy("dev.plumb.modules..")
            .layer("kernel")
            .definedBy("dev.plumb.kernel..")
            .layer("core")
            .definedBy("dev.plumb.core..")
            .layer("report")
            .definedBy("dev.plumb.report..")
            .layer("cli")
            .definedBy("dev.plumb.cli..")
            .layer("simulation")
            .definedBy("dev.plumb.simulation..")
            .layer("protocols")
            .definedBy("dev.plumb.protocols..")
            .layer("histories")
            .definedBy("dev.plumb.histories..")
            .layer("catalogue")
            .definedBy("dev.plumb.catalogue..")
            .whereLayer("traces")
            .mayNotAccessAnyLayer()
            .whereLayer("refinement")
            .mayOnlyAccessLayers("traces")
            .whereLayer("modules")
            .mayNotAccessAnyLayer()
            .whereLayer("kernel")
            .mayOnlyAccessLayers("modules", "traces")
            .whereLayer("core")
            .mayOnlyAccessLayers("kernel", "modules", "traces")
            .whereLayer("report")
            .mayOnlyAccessLayers("core", "kernel", "traces")
            .whereLayer("cli")
            .mayOnlyAccessLayers("report", "core", "kernel", "modules", "traces")
            .whereLayer("simulation")
            .mayOnlyAccessLayers("histories", "cli", "report", "core", "kernel", "refinement", "traces")
            .whereLayer("protocols")
            .mayOnlyAccessLayers("simulation", "histories", "refinement", "traces")
            .whereLayer("histories")
            .mayOnlyAccessLayers("cli", "report", "core", "traces")
            .whereLayer("catalogue")
            .mayOnlyBeAccessedByLayers("catalogue");
}
