package dev.plumb.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plumb.report.BehaviourFile;
import dev.plumb.report.CallsResult;
import dev.plumb.report.Checked;
import dev.plumb.report.FileName;
import dev.plumb.report.JsonReport;
import dev.plumb.report.ResultProblems;
import dev.plumb.report.ResultReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;

/** Where a result is left: as JSON always, as a page, a picture and ITF where there is something to see. */
public record ReportFolder(Path path) {
    static final String RESULT = "result.json";

    private static final AtomicLong HALVES = new AtomicLong();

    private static final String PAGE = "page.html";
    private static final String PICTURE = "space-time.svg";
    private static final String CALLS = "calls.svg";
    private static final String BEHAVIOUR = "behaviour" + BehaviourFile.ITF.extension();

    /**
     * The folder of one result, which is there from then on.
     *
     * @param name of a model or a trace: others chose it, so it may hold what is no file name, or be a path
     * @throws dev.plumb.traces.Problem if it cannot be made
     */
    public static ReportFolder in(Path out, String name) {
        return of(out.resolve(FileName.of(name)));
    }

    /** A name for the folder of a result, though results from elsewhere may have the same. */
    public static String unique(String name, Set<String> taken) {
        String unique = name;
        for (int i = 2; taken.contains(unique); i++) {
            unique = name + "-" + i;
        }
        return unique;
    }

    /** This folder, which is there from then on. */
    static ReportFolder of(Path folder) {
        try {
            Files.createDirectories(folder);
            return new ReportFolder(folder);
        } catch (IOException e) {
            throw CliProblems.cannotWrite(folder, e.getClass().getSimpleName());
        }
    }

    /** From the folder of all results to what shows one of them; {@code name} is its folder's. */
    static String link(String name, Checked checked) {
        return FileName.of(name) + "/" + (checked.hasPage() ? PAGE : RESULT);
    }

    /** Writes a result; the files that a person would look at are returned. */
    public List<Path> write(Checked checked) {
        return write(checked, checked.hasPage());
    }

    /** The same with the page of a behaviour that nothing is wrong with, for who has asked for just this one. */
    public List<Path> writeShown(Checked checked) {
        return write(checked, checked.hasPage() || checked.behaviour().isPresent());
    }

    private List<Path> write(Checked checked, boolean isShown) {
        write(RESULT, JsonReport.of(checked));
        if (!isShown) {
            return showNothing();
        }
        checked.behaviour()
                .ifPresent(behaviour -> write(BEHAVIOUR, BehaviourFile.ITF.text(behaviour, checked.spec(), "")));
        String picture = checked instanceof CallsResult ? CALLS : PICTURE;
        return List.of(write(PAGE, checked.page()), write(picture, checked.picture()));
    }

    /**
     * The result that was left here.
     *
     * @throws dev.plumb.traces.Problem if there is none that can be read
     */
    Checked read() {
        return read(path.resolve(RESULT));
    }

    /**
     * The result in a file.
     *
     * @throws dev.plumb.traces.Problem if there is none that can be read
     */
    static Checked read(Path file) {
        try {
            return ResultReader.read(Files.readString(file), file.toString());
        } catch (NoSuchFileException e) {
            throw ResultProblems.unreadable(file.toString(), "there is no such file");
        } catch (IOException e) {
            throw ResultProblems.unreadable(file.toString(), e.getClass().getSimpleName());
        }
    }

    /** What a result has left, by file name. */
    SortedMap<String, String> contents() {
        SortedMap<String, String> contents = new TreeMap<>();
        try {
            for (String name : List.of(RESULT, PAGE, PICTURE, BEHAVIOUR)) {
                if (Files.exists(path.resolve(name))) {
                    contents.put(name, Files.readString(path.resolve(name)));
                }
            }
            return contents;
        } catch (IOException e) {
            throw CliProblems.cannotWrite(path, String.valueOf(e.getMessage()));
        }
    }

    /** Leaves what a result has left before. */
    void restore(SortedMap<String, String> contents) {
        showNothing();
        contents.forEach(this::write);
    }

    /** What an earlier run has left would tell of a fault that is no more. */
    private List<Path> showNothing() {
        try {
            for (String name : List.of(PAGE, PICTURE, BEHAVIOUR)) {
                Files.deleteIfExists(path.resolve(name));
            }
            return List.of();
        } catch (IOException e) {
            throw CliProblems.cannotWrite(path, String.valueOf(e.getMessage()));
        }
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(UTF_8));
    }

    /** A reader never finds half a file, not even where two checks of one model write at the same time. */
    Path write(String name, byte[] bytes) {
        Path file = path.resolve(name);
        try {
            Files.createDirectories(path);
            Path half = path.resolve(name + "." + ProcessHandle.current().pid() + "." + HALVES.incrementAndGet());
            Files.write(half, bytes);
            return Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw CliProblems.cannotWrite(path, String.valueOf(e.getMessage()));
        }
    }
}
