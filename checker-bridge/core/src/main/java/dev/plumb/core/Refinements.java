package dev.plumb.core;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds which spec is claimed to refine which. A claim is a definition that is nothing but the behaviour of another module:
 * {@code Refines == A!Spec}, where {@code A == INSTANCE Abstract}.
 */
public final class Refinements {
    private static final Pattern CLAIM = Pattern.compile("(?m)^\\s*(\\w+)\\s*==\\s*(\\w+)!\\w*Spec\\s*$");
    private static final Pattern INSTANCE = Pattern.compile("(?m)^\\s*(\\w+)\\s*==\\s*INSTANCE\\s+(\\w+)");
    private static final Pattern BEHAVIOUR = Pattern.compile("(?m)^\\s*(Next|Spec)\\s*==");

    /** The text of each module, without comments. */
    private final Map<String, String> texts = new LinkedHashMap<>();

    /**
     * That a spec refines another one.
     *
     * @param concrete the module with the behaviour
     * @param property that says so
     * @param checks whether the model's {@code .cfg} asks TLC for it
     */
    public record Claim(String concrete, String abstraction, String property, boolean checks) {}

    private Refinements(Model model) {
        Modules.of(model.module(), model.folders())
                .files()
                .forEach(file -> texts.put(
                        SpecLocator.stem(file),
                        Comments.blanked(Modules.read(file)).text()));
    }

    /**
     * What the modules of a model claim, whether or not the model checks it.
     *
     * @throws dev.plumb.traces.Problem if one of them cannot be read
     */
    public static List<Claim> of(Model model) {
        List<String> checked = model.config()
                .map(Config::read)
                .map(config -> config.texts("PROPERTY"))
                .orElse(List.of());
        Refinements refinements = new Refinements(model);
        List<Claim> claims = new ArrayList<>();
        refinements.texts.forEach(
                (module, text) -> CLAIM.matcher(text).results().forEach(claim -> instantiated(text, claim.group(2))
                        .ifPresent(abstraction -> claims.add(new Claim(
                                refinements.behaving(module).findFirst().orElse(module),
                                abstraction,
                                claim.group(1),
                                checked.contains(claim.group(1)))))));
        return claims;
    }

    private static Optional<String> instantiated(String text, String name) {
        return INSTANCE.matcher(text)
                .results()
                .filter(instance -> instance.group(1).equals(name))
                .map(instance -> instance.group(2))
                .findFirst();
    }

    /** The modules with a behaviour among a module and those that it extends. */
    private Stream<String> behaving(String module) {
        String text = texts.getOrDefault(module, "");
        if (BEHAVIOUR.matcher(text).find()) {
            return Stream.of(module);
        }
        Matcher extended = Modules.EXTENDS.matcher(text);
        return extended.find()
                ? Stream.of(extended.group(1).split("\\s*,\\s*", -1)).flatMap(this::behaving)
                : Stream.empty();
    }
}
