package dev.plumb.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plumb.traces.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecLocatorTest {
    @TempDir
    Path home;

    private Fixture specs;

    @BeforeEach
    void write_two_families() {
        specs = new Fixture(home.resolve("specs"))
                .module("locks/Lease", "VARIABLE x")
                .module("locks/MCLease", "EXTENDS Lease, Clock")
                .config("locks/MCLease", "INVARIANT A")
                .config("locks/MCLease_Late", "INVARIANT A")
                .config("locks/Lease.small", "INVARIANT A")
                .module("time/Clock", "Tick == TRUE");
    }

    private SpecLocator locator() {
        return new SpecLocator(List.of(home, home.resolve("locks/..")));
    }

    private List<Model> models(String spec) {
        return locator().models(spec, Optional.empty());
    }

    private Problem rejected(String spec) {
        return catchThrowableOfType(Problem.class, () -> models(spec));
    }

    private String in(String name) {
        return specs.path(name).toString();
    }

    @Test
    void takes_a_module_with_the_cfg_of_its_name() {
        assertThat(models(in("locks/MCLease.tla"))).extracting(Model::name).containsExactly("MCLease.cfg");
    }

    @Test
    void takes_a_module_by_its_name_anywhere_below_specs() {
        assertThat(models("MCLease")).extracting(Model::moduleName).containsExactly("MCLease");
    }

    @Test
    void says_which_models_there_are_below_specs_where_a_name_is_of_none() {
        Problem problem = rejected("MCLease_Lat.cfg");
        assertThat(problem.code()).isEqualTo("PLUMB-C05");
        assertThat(problem.text()).contains("Did you mean MCLease_Late.cfg?", ": MCLease.cfg, MCLease_Late.cfg.");
    }

    @Test
    void takes_a_cfg_whose_module_has_the_name_before_an_underscore_or_a_dot() {
        assertThat(models(in("locks/MCLease_Late.cfg")))
                .extracting(Model::moduleName)
                .containsExactly("MCLease");
        assertThat(models(in("locks/Lease.small.cfg")))
                .extracting(Model::moduleName)
                .containsExactly("Lease");
    }

    @ParameterizedTest
    @CsvSource({
        "MCLeaseSmall, MCLease",
        "Lease_MC_small, Lease",
        "MCLease3Nodes, MCLease",
        "Lease-2, Lease",
        "Leased, ",
        "MCLeases, ",
        "lease, "
    })
    void takes_a_cfg_whose_name_begins_with_that_of_its_module(String config, String module) {
        specs.config("locks/" + config, "INIT Nowhere");
        if (module == null) {
            assertThat(rejected(in("locks/" + config + ".cfg")).code()).isEqualTo("PLUMB-C07");
        } else {
            assertThat(models(in("locks/" + config + ".cfg")))
                    .extracting(Model::moduleName)
                    .containsExactly(module);
        }
    }

    @Test
    void takes_the_only_module_with_the_behaviour_that_a_cfg_names() {
        specs.module("tank/Tank", "VARIABLE x", "Init == x = 0", "Next == x' = x")
                .module("tank/Lids", "Open == TRUE")
                .config("tank/small", "INIT Init", "NEXT Next", "INVARIANT Small")
                .config("tank/other", "INIT Init", "NEXT Stop");
        assertThat(rejected(in("tank/small.cfg")).code()).isEqualTo("PLUMB-C07");
        specs.module("tank/Bounds", "EXTENDS Tank", "Small == x < 3");
        assertThat(models(in("tank/small.cfg"))).extracting(Model::moduleName).containsExactly("Bounds");
        specs.config("tank/small", "INIT Init", "NEXT Next");
        assertThat(models(in("tank/small.cfg"))).extracting(Model::moduleName).containsExactly("Tank");
        assertThat(rejected(in("tank/other.cfg")).code()).isEqualTo("PLUMB-C07");
    }

    @Test
    void takes_models_of_folders_below_that_the_manifest_names() {
        specs.module("locks/toolbox/MC", "VARIABLE x")
                .config("locks/toolbox/MC", "INVARIANT A")
                .file(
                        "locks/manifest.json",
                        "{\"modules\":[{\"path\":\"s/locks/toolbox/MC.tla\",\"models\":[{\"path\":\"s/locks/toolbox/MC.cfg\","
                                + "\"result\":\"deadlock failure\"}]}]}");
        assertThat(models(in("locks"))).first().satisfies(model -> {
            assertThat(model.module()).isEqualTo(specs.path("locks/toolbox/MC.tla"));
            assertThat(model.expectation().orElseThrow().result()).isEqualTo("deadlock failure");
        });
        assertThat(models(in("locks/toolbox/MC.cfg")).get(0).expectation()).isPresent();
    }

    @Test
    void takes_all_models_of_a_folder_those_of_the_manifest_first() {
        specs.file(
                "locks/manifest.json",
                "{\"modules\":[{\"path\":\"MCLease.tla\",\"models\":[{\"path\":\"MCLease_Late.cfg\"}]}]}");
        assertThat(models(in("locks")))
                .extracting(Model::name)
                .containsExactly("MCLease_Late.cfg", "Lease.small.cfg", "MCLease.cfg");
    }

    @Test
    void takes_a_named_config_beside_the_module_or_by_its_path() {
        String module = in("locks/MCLease.tla");
        assertThat(locator().models(module, Optional.of("MCLease_Late")))
                .extracting(Model::name)
                .containsExactly("MCLease_Late.cfg");
        assertThat(locator().models(module, Optional.of(in("locks/Lease.small.cfg"))))
                .extracting(Model::moduleName)
                .containsExactly("MCLease");
    }

    @Test
    void prefers_the_manifest_s_module_and_takes_the_only_one_at_last() {
        specs.file(
                "locks/manifest.json",
                "{\"modules\":[{\"path\":\"x/Lease.tla\",\"models\":[{\"path\":\"x/MCLease.cfg\"}]}]}");
        specs.config("time/Daily", "INIT Init");
        assertThat(models(in("locks/MCLease.cfg")))
                .extracting(Model::moduleName)
                .containsExactly("Lease");
        assertThat(models(in("time/Daily.cfg"))).extracting(Model::moduleName).containsExactly("Clock");
    }

    @Test
    void says_that_no_module_belongs_to_a_cfg() {
        specs.config("locks/Other_x", "INIT Init");
        assertThat(rejected(in("locks/Other_x.cfg")).text())
                .startsWith("PLUMB-C07 No module belongs to ")
                .contains("Modules there: Lease.tla, MCLease.tla.");
    }

    @Test
    void names_the_nearest_module_of_one_that_is_not_there() {
        assertThat(rejected("MCLeese").text()).startsWith("PLUMB-C02").contains("Did you mean MCLease?");
        assertThat(rejected(in("locks/Leas.tla")).text())
                .startsWith("PLUMB-C02")
                .contains("Did you mean Lease.tla?");
    }

    @Test
    void names_all_modules_of_an_ambiguous_name_but_not_the_copies_of_a_build() {
        specs.module("target/classes/Lease", "VARIABLE x");
        assertThat(locator().forTraces("Lease", Optional.empty()).module()).isEqualTo(specs.path("locks/Lease.tla"));
        specs.module("time/Lease", "VARIABLE x");
        assertThat(rejected("Lease").text())
                .startsWith("PLUMB-C03")
                .contains("locks/Lease.tla")
                .contains("time/Lease.tla");
    }

    @Test
    void takes_the_models_below_a_folder_too_but_for_what_was_made_from_them() {
        specs.module("locks/target/Lease", "VARIABLE x").config("locks/target/Lease", "INVARIANT A");
        specs.config("plumb-out/Lease/model", "INVARIANT A");
        assertThat(models(in("")))
                .extracting(Model::name)
                .containsExactly("Lease.small.cfg", "MCLease.cfg", "MCLease_Late.cfg");
        specs.config("time/Clock", "INVARIANT Tick");
        assertThat(models(in("time"))).extracting(Model::name).containsExactly("Clock.cfg");
        assertThat(models(in(""))).extracting(Model::name).hasSize(4).endsWith("Clock.cfg");
        specs.module("Top", "VARIABLE x").config("Top", "INVARIANT A");
        assertThat(models(in(""))).extracting(Model::name).hasSize(5).startsWith("Top.cfg");
    }

    @Test
    void takes_the_models_of_several_each_once() {
        assertThat(locator().models(List.of(in("locks/MCLease.cfg"), in("locks"), "MCLease")))
                .extracting(Model::name)
                .containsExactly("MCLease.cfg", "Lease.small.cfg", "MCLease_Late.cfg");
        assertThat(catchThrowableOfType(Problem.class, () -> locator().models(List.of(in("locks"), in("time"))))
                        .code())
                .isEqualTo("PLUMB-C04");
    }

    @Test
    void knows_the_modules_of_the_library_by_name_unless_the_project_has_one_of_that_name() {
        Fixture library = new Fixture(home.resolve("library"))
                .module("a/Queue", "VARIABLE x")
                .module("a/Lease", "VARIABLE x");
        SpecLocator locator = new SpecLocator(List.of(home), List.of(home.resolve("library")));
        assertThat(locator.forTraces("Queue", Optional.empty()).module()).isEqualTo(library.path("a/Queue.tla"));
        assertThat(locator.forTraces("Lease", Optional.empty()).module()).isEqualTo(specs.path("locks/Lease.tla"));
        assertThat(catchThrowableOfType(Problem.class, () -> locator.forTraces("Queu", Optional.empty()))
                        .text())
                .contains("Did you mean Queue?");
        library.module("b/Queue", "VARIABLE x");
        assertThat(catchThrowableOfType(Problem.class, () -> locator.forTraces("Queue", Optional.empty()))
                        .code())
                .isEqualTo("PLUMB-C03");
    }

    @Test
    void says_that_a_folder_has_no_model_and_which_models_are_beside_a_module_without_one() {
        assertThat(rejected(in("time")).code()).isEqualTo("PLUMB-C04");
        assertThat(rejected(in("locks/Lease.tla")).text())
                .startsWith("PLUMB-C06")
                .contains("Name one with --config: Lease.small.cfg, MCLease.cfg, MCLease_Late.cfg.");
        specs.module("locks/Alone", "VARIABLE x");
        assertThat(models(in("locks/Alone.tla"))).singleElement().satisfies(model -> assertThat(model.config())
                .isEmpty());
    }

    @Test
    void names_the_nearest_cfg_of_one_that_is_not_there() {
        assertThat(rejected(in("locks/MCLeese.cfg")).text())
                .startsWith("PLUMB-C05")
                .contains("Did you mean MCLease.cfg?");
    }

    @Test
    void holds_traces_against_a_module_without_a_cfg_too() {
        Model model = locator().forTraces("Lease", Optional.empty());
        assertThat(model.config()).isEmpty();
        assertThat(model.name()).isEqualTo("Lease.tla");
    }

    @Test
    void searches_modules_in_their_own_folder_first_and_then_below_the_same_root() {
        assertThat(models("MCLease").get(0).folders()).containsExactly(specs.path("locks"), specs.path("time"));
    }

    @Test
    void names_both_places_of_a_module_that_is_needed_and_ambiguous() {
        specs.module("days/Clock", "Tick == FALSE");
        Model needs = models("MCLease").get(0);
        Problem problem = catchThrowableOfType(Problem.class, () -> Modules.of(needs.module(), needs.folders()));
        assertThat(problem.text())
                .startsWith("PLUMB-S14")
                .contains("Module Clock, which MCLease.tla needs, is in several folders.")
                .contains("days/Clock.tla and ")
                .contains("time/Clock.tla");
    }

    @Test
    void overlooks_an_ambiguous_module_that_nobody_needs_or_that_stands_beside_the_root() {
        specs.module("days/Clock", "Tick == FALSE").module("locks/Sane", "(* EXTENDS Clock *) VARIABLE y");
        Path root = specs.path("locks/Sane.tla");
        assertThat(Modules.of(root, models("MCLease").get(0).folders()).define("Tick"))
                .isFalse();
        specs.module("locks/Clock", "Own == TRUE");
        Model needs = models("MCLease").get(0);
        assertThat(Modules.of(needs.module(), needs.folders()).define("Own")).isTrue();
    }

    @Test
    void finds_what_a_Maven_project_has_without_being_told() {
        new Fixture(home.resolve("src/main/tla")).module("locks/Mutex", "VARIABLE x");
        new Fixture(home.resolve("src/test/tla"))
                .module("MCMutex", "EXTENDS Mutex")
                .config("MCMutex", "INVARIANT A");
        assertThat(models("MCMutex")).singleElement().satisfies(model -> assertThat(model.files())
                .extracting(file -> home.relativize(file).toString())
                .containsExactly(
                        "src/test/tla/MCMutex.tla", "src/main/tla/locks/Mutex.tla", "src/test/tla/MCMutex.cfg"));
        assertThat(locator().modules("Mutex").get(0).folders())
                .as("what is tested does not see its tests")
                .noneMatch(folder -> folder.endsWith("src/test/tla"));
    }

    @Test
    void searches_a_library_last() {
        Fixture library = new Fixture(home.resolve("library"))
                .module("deep/Ticks", "VARIABLE y")
                .module("Clock", "VARIABLE z");
        specs.module("locks/Ticking", "EXTENDS Ticks, Lease");
        SpecLocator located = new SpecLocator(List.of(home), List.of(home.resolve("library")));
        assertThat(located.unbound("Ticking", Optional.empty()).files())
                .contains(library.path("deep/Ticks.tla"), specs.path("locks/Lease.tla"));
        assertThat(catchThrowableOfType(Problem.class, () -> located.unbound("MCLease", Optional.empty())
                        .files()))
                .as("Clock is in two places")
                .hasMessageContaining("Clock");
    }
}
