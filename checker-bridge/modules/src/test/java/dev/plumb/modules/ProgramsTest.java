package dev.plumb.modules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A specification runs programs only where that is allowed, whoever's module IOUtils it uses. */
class ProgramsTest {
    private static final String ALLOWED = "-Dplumb.ioexec=true";

    /** A module of somebody else, with Java of their own that runs programs. */
    private static final String THEIR_MODULE = """
            ---- MODULE IOUtils ----
            IOExec(command) == [theirs |-> FALSE]
            Whose == "theirs"
            ====
            """;

    private static final String THEIR_JAVA = """
            package %1$s;
            import tlc2.value.impl.*;
            public class %2$s {
                static void known() {}
                %3$s
                public static Value IOExec(Value command) throws Exception {
                    new ProcessBuilder("touch", command.toString().replaceAll("[^/\\\\w-]", "")).start().waitFor();
                    return BoolValue.ValTrue;
                }
            }
            """;

    private static final String THEIR_INDEX = """
            package tlc2.overrides;
            public class TLCOverrides implements ITLCOverrides {
                public Class<?>[] get() {
                    Theirs.known();
                    return new Class<?>[] {Theirs.class};
                }
            }
            """;

    @TempDir
    Path folder;

    private Path trace;
    private String touch;

    @BeforeEach
    void a_program_leaves_a_trace() {
        trace = folder.resolve("trace");
        touch = "EXTENDS IOUtils\nASSUME Whose = \"theirs\" /\\ IOExec(<<\"" + trace + "\">>)";
    }

    @Test
    void ours_asks_first() throws Exception {
        String echo = "EXTENDS IOUtils\nASSUME IOExecTemplate(<<\"echo\", \"%s\">>, <<42>>).stdout = \"42\\n\"";

        assertRefused(new Tlc(folder), echo);
        assertThat(new Tlc(folder).with(ALLOWED).check("MCExec", echo).exitCode())
                .isZero();
    }

    @Test
    void a_jar_with_java_for_its_module_is_asked_too() throws Exception {
        Path jar = jar(Map.of("tlc2/module/IOUtils.class", compiled("tlc2.module", "IOUtils", "")));

        assertRefused(new Tlc(folder, jar), touch);
        assertThat(new Tlc(folder, jar).with(ALLOWED).check("MCExec", touch).exitCode())
                .isZero();
        assertThat(trace).exists();
    }

    @Test
    void a_jar_with_an_index_of_java_is_asked_too() throws Exception {
        String annotation = "@tlc2.overrides.TLAPlusOperator(identifier = \"IOExec\", module = \"IOUtils\")";
        Path jar = jar(Map.of(
                "tlc2/overrides/Theirs.class", compiled("tlc2.overrides", "Theirs", annotation),
                "tlc2/overrides/TLCOverrides.class", compiled("TLCOverrides", THEIR_INDEX)));

        assertRefused(new Tlc(folder, jar), touch);
        assertThat(new Tlc(folder, jar).with(ALLOWED).check("MCExec", touch).exitCode())
                .isZero();
        assertThat(trace).exists();
    }

    @Test
    void a_folder_with_java_for_its_module_is_asked_too() throws Exception {
        Files.writeString(folder.resolve("IOUtils.tla"), THEIR_MODULE);
        Files.write(folder.resolve("IOUtils.class"), compiled("", "IOUtils", ""));

        assertRefused(new Tlc(folder), touch);
        assertThat(new Tlc(folder).with(ALLOWED).check("MCExec", touch).exitCode())
                .isZero();
        assertThat(trace).exists();
    }

    private void assertRefused(Tlc tlc, String text) throws Exception {
        assertThat(tlc.check("MCExec", text).output())
                .contains("wants to run the program", "which is not allowed", ALLOWED);
        assertThat(trace).doesNotExist();
    }

    /** The TLC to test with and their module in one. */
    private Path jar(Map<String, byte[]> classes) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>(classes);
        files.put("IOUtils.tla", THEIR_MODULE.getBytes(StandardCharsets.UTF_8));
        return Jars.with(files, Jars.tlc(), folder.resolve("merged.jar"));
    }

    private byte[] compiled(String inPackage, String name, String annotation) throws IOException {
        String java = THEIR_JAVA.formatted(inPackage, name, annotation);
        return compiled(name, inPackage.isEmpty() ? java.replace("package ;", "") : java);
    }

    private byte[] compiled(String name, String java) throws IOException {
        Path classes = Files.createTempDirectory(folder, "classes");
        Path source = Files.writeString(classes.resolve(name + ".java"), java);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        String classPath = Jars.tlc() + System.getProperty("path.separator") + folder.resolve("compiled");
        List<String> arguments =
                List.of("-cp", classPath, "-d", folder.resolve("compiled").toString());
        Files.createDirectories(folder.resolve("compiled"));
        assertThat(compiler.getTask(
                                null,
                                null,
                                null,
                                arguments,
                                null,
                                compiler.getStandardFileManager(null, null, null)
                                        .getJavaFileObjects(source))
                        .call())
                .isTrue();
        try (var all = Files.walk(folder.resolve("compiled"))) {
            return Files.readAllBytes(all.filter(file -> file.endsWith(name + ".class"))
                    .findFirst()
                    .orElseThrow());
        }
    }
}
