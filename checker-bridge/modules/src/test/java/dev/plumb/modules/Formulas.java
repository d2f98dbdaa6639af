package dev.plumb.modules;

import dev.plumb.modules.overrides.Overrides;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import tla2sany.semantic.OpDefNode;
import tlc2.tool.TLCState;
import tlc2.tool.coverage.CostModel;
import tlc2.tool.impl.FastTool;
import tlc2.util.Context;
import tlc2.util.FP64;
import tlc2.value.impl.Value;
import util.FilenameToStream;
import util.ToolIO;
import util.UniqueString;

/**
 * The operators of module Formulas, evaluated by the TLC on the class path in this JVM: thousands of values would take too
 * long in others. They are loaded twice: with the Java overrides, and then without.
 */
final class Formulas implements FilenameToStream {
    private static final String MODULE = "Formulas";
    private static final String STANDARD = "tla2sany/StandardModules/";
    private static final Path FOLDER = Path.of("target", "formulas");
    private static final Formulas JAVA;
    private static final Formulas DEFINITIONS;

    static {
        ToolIO.setMode(ToolIO.TOOL);
        FP64.Init();
        writeModules();
        JAVA = new Formulas();
        ShippedModules.all().forEach(module -> Overrides.leave(module.name()));
        DEFINITIONS = new Formulas();
    }

    private final FastTool tool = new FastTool("", MODULE, MODULE, this);

    static Formulas withJava() {
        return JAVA;
    }

    static Formulas withoutJava() {
        return DEFINITIONS;
    }

    private static void writeModules() {
        try (JarFile tlc = new JarFile(Jars.onClassPath().toFile())) {
            ShippedModules.unpackInto(FOLDER, Jars.onClassPath());
            Files.writeString(FOLDER.resolve(MODULE + ".cfg"), "");
            Path formulas = Path.of("src", "test", "tla", MODULE + ".tla");
            Files.copy(formulas, FOLDER.resolve(formulas.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            for (JarEntry entry : Collections.list(tlc.entries())) {
                if (entry.getName().startsWith(STANDARD) && entry.getName().endsWith(".tla")) {
                    String name = entry.getName().substring(STANDARD.length());
                    Files.write(FOLDER.resolve(name), tlc.getInputStream(entry).readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value of an operator as TLC prints it. */
    String value(String operator, Value... arguments) {
        OpDefNode definition = tool.getSpecProcessor().getRootModule().getOpDef(UniqueString.uniqueStringOf(operator));
        Context context = Context.Empty;
        for (int i = 0; i < arguments.length; i++) {
            context = context.cons(definition.getParams()[i], arguments[i]);
        }
        Value value = (Value) tool.eval(definition.getBody(), context, TLCState.Empty, CostModel.DO_NOT_RECORD);
        value.deepNormalize();
        return value.toString();
    }

    @Override
    public File resolve(String name, boolean isModule) {
        return new TLAFile(
                FOLDER.resolve(isModule && !name.endsWith(".tla") ? name + ".tla" : name)
                        .toString(),
                this);
    }

    @Override
    public String getFullPath() {
        return FOLDER.toString();
    }

    @Override
    public boolean isStandardModule(String module) {
        return false;
    }
}
