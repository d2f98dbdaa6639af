package dev.plumb.kernel;

import static dev.plumb.kernel.Fixture.initial;
import static dev.plumb.kernel.Fixture.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.kernel.api.LoadedSpec;
import dev.plumb.modules.ShippedModules;
import dev.plumb.traces.TlaValue;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadingTest {
    private static final String INITIAL = "log = <<>>, msgs = {}, x = (a :> 0 @@ b :> 0)";

    @TempDir
    private Path folder;

    @Test
    void loads_from_a_folder_of_classes() {
        try (LoadedSpec spec = Fixture.actions()) {
            assertThat(text(initial(spec))).isEqualTo(INITIAL);
        }
    }

    @Test
    void loads_from_jars() throws Exception {
        URL kernel = Jars.of(folder.resolve("kernel.jar"), Jars.originOf(Kernel.class));
        URL traces = Jars.of(folder.resolve("traces.jar"), Jars.originOf(TlaValue.class));
        URL modules = Jars.of(folder.resolve("modules.jar"), Jars.originOf(ShippedModules.class));
        assertLoadsIn(loader(ClassLoader.getPlatformClassLoader(), kernel, traces, modules));
    }

    @Test
    void loads_from_a_shaded_jar() throws Exception {
        URL shaded = Jars.of(
                folder.resolve("shaded.jar"),
                Jars.originOf(Kernel.class),
                Jars.originOf(TlaValue.class),
                Jars.originOf(ShippedModules.class));
        assertLoadsIn(loader(ClassLoader.getPlatformClassLoader(), shaded));
    }

    @Test
    void loads_from_a_shaded_jar_that_is_the_TLC_to_use_too() throws Exception {
        Path jar = folder.resolve("all.jar");
        URL all = Jars.of(
                jar,
                Jars.originOf(Kernel.class),
                Jars.originOf(TlaValue.class),
                Jars.originOf(ShippedModules.class),
                TlcJar.find().path());
        assertLoadsIn(loader(ClassLoader.getPlatformClassLoader(), all), jar);
    }

    @Test
    void loads_in_the_realm_of_a_build_plugin_whose_parent_has_no_TLC() throws Exception {
        URL traces = Jars.originOf(TlaValue.class).toUri().toURL();
        URL kernel = Jars.originOf(Kernel.class).toUri().toURL();
        URL modules = Jars.originOf(ShippedModules.class).toUri().toURL();
        assertLoadsIn(loader(loader(ClassLoader.getPlatformClassLoader(), traces, modules), kernel));
    }

    private static ClassLoader loader(ClassLoader parent, URL... urls) {
        return new URLClassLoader(urls, parent);
    }

    private static void assertLoadsIn(ClassLoader loader) throws Exception {
        assertLoadsIn(loader, TlcJar.find().path());
    }

    /** All by reflection: nothing of what this loader loads is of the types that this test sees. */
    private static void assertLoadsIn(ClassLoader loader, Path jar) throws Exception {
        Class<?> source = loader.loadClass(SpecSource.class.getName());
        Class<?> tlc = loader.loadClass(TlcJar.class.getName());
        Class<?> kernel = loader.loadClass(Kernel.class.getName());
        assertThat(kernel).isNotSameAs(Kernel.class);
        Object spec = kernel.getMethod("load", source, tlc)
                .invoke(
                        null,
                        source.getConstructors()[0].newInstance(
                                Fixture.FOLDER.resolve("Actions.tla"), List.of(), Fixture.ACTIONS),
                        tlc.getMethod("at", Path.class).invoke(null, jar));
        Class<?> loaded = loader.loadClass(LoadedSpec.class.getName());
        Object states = loaded.getMethod("initialStates").invoke(spec);
        Object values = loader.loadClass("dev.plumb.kernel.api.SpecState")
                .getMethod("values")
                .invoke(((List<?>) states).get(0));
        assertThat(values).hasToString("{log=<<>>, msgs={}, x=(a :> 0 @@ b :> 0)}");
        loaded.getMethod("close").invoke(spec);
    }

    @Test
    void two_specs_with_the_same_names_do_not_disturb_each_other() {
        try (LoadedSpec actions = Fixture.actions();
                LoadedSpec twin = Fixture.load("Twin", Fixture.BEHAVIOUR + "CONSTANTS Node = {b, c}\n Limit = 5\n")) {
            assertThat(twin.variables()).containsExactlyInAnyOrder("log", "x");
            assertThat(actions.variables()).containsExactlyInAnyOrder("x", "msgs", "log");
            assertThat(text(initial(actions))).isEqualTo(INITIAL);
            assertThat(twin.initialStates())
                    .extracting(Fixture::text)
                    .containsExactlyInAnyOrder("log = b, x = 5", "log = c, x = 5");
            assertThat(actions.modelValues()).containsExactly("a", "b");
            assertThat(twin.modelValues()).containsExactly("b", "c");
            assertThat(actions.steps(initial(actions)).errors()).isEmpty();
            assertThat(twin.steps(initial(twin)).successors()).hasSize(2);
        }
    }

    @Test
    void loads_the_file_that_was_named_and_not_another_of_its_name() throws IOException {
        Files.writeString(
                folder.resolve("Twin.tla"), "---- MODULE Twin ----\nVARIABLE v\nInit == v = 1\nNext == v' = v\n====\n");
        SpecSource source = new SpecSource(folder.resolve("Twin.tla"), List.of(Fixture.FOLDER), Fixture.BEHAVIOUR);
        try (LoadedSpec spec = Kernel.load(source, TlcJar.find())) {
            assertThat(text(initial(spec))).isEqualTo("v = 1");
        }
    }

    @Test
    void finds_modules_in_the_given_folders() throws IOException {
        Files.writeString(folder.resolve("Extending.tla"), "---- MODULE Extending ----\nEXTENDS Actions\n====\n");
        SpecSource source = new SpecSource(folder.resolve("Extending.tla"), List.of(Fixture.FOLDER), Fixture.ACTIONS);
        try (LoadedSpec spec = Kernel.load(source, TlcJar.find())) {
            assertThat(text(initial(spec))).isEqualTo(INITIAL);
        }
    }

    @Test
    void a_closed_spec_leaves_no_thread_MBean_or_folder() throws IOException {
        Set<Thread> threads = new HashSet<>(Thread.getAllStackTraces().keySet());
        try (LoadedSpec spec = Fixture.load("Actions", Fixture.ACTIONS.replace("a, b", "marked"))) {
            spec.steps(initial(spec));
            assertThat(markedFolders()).hasSize(1);
        }
        assertThat(markedFolders()).isEmpty();
        assertThat(ManagementFactory.getPlatformMBeanServer().queryNames(null, null))
                .extracting(Object::toString)
                .noneMatch(name -> name.contains("tlc2"));
        assertThat(Thread.getAllStackTraces().keySet().stream().filter(thread -> !threads.contains(thread)))
                .noneMatch(thread -> thread.getClass().getName().startsWith("tlc2") || !thread.isDaemon());
    }

    /** Other specs may be loaded on this machine: the one in question has a model value that no other has. */
    private static List<Path> markedFolders() throws IOException {
        try (Stream<Path> temporary = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return temporary
                    .filter(path -> path.getFileName().toString().startsWith("plumb-kernel-"))
                    .filter(LoadingTest::isMarked)
                    .toList();
        }
    }

    private static boolean isMarked(Path folder) {
        try {
            return Files.readString(folder.resolve("plumb-model.cfg")).contains("marked");
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void the_classes_of_a_closed_spec_can_be_collected() throws InterruptedException {
        WeakReference<ClassLoader> loader = loaderOfAClosedSpec();
        for (int i = 0; i < 50 && loader.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(loader.get()).isNull();
    }

    private static WeakReference<ClassLoader> loaderOfAClosedSpec() {
        try (LoadedSpec spec = Fixture.actions()) {
            spec.steps(initial(spec), spec.observe(Seen.something().event()));
            return new WeakReference<>(spec.getClass().getClassLoader());
        }
    }

    @Test
    void the_TLC_knows_its_options() throws MalformedURLException {
        assertThat(TlcJar.find().knowsOption("-workers")).isTrue();
        assertThat(TlcJar.find().knowsOption("-noSuchOption")).isFalse();
    }
}
