package dev.plumb.report;

import java.util.List;

/**
 * The head of a page, and the policy by which a browser runs and loads nothing but what is in it: the hashes of its own
 * style and scripts are admitted, so that even a value that got past the escaping could not run.
 */
final class HtmlHead {
    private HtmlHead() {}

    /**
     * Writes all that comes before the content, and leaves {@code html}, {@code body} and {@code main} open.
     *
     * @param scripts all that the page may have
     */
    static void write(Markup out, String title, String style, List<String> scripts) {
        out.raw("<!DOCTYPE html>\n")
                .open("html", "lang", "en")
                .line()
                .open("head")
                .line();
        out.empty("meta", "charset", "utf-8").line();
        out.empty("meta", "http-equiv", "Content-Security-Policy", "content", policy(style, scripts))
                .line();
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1")
                .line();
        out.leaf("title", title + " · Plumb").line();
        out.raw("<style>" + style + "</style>\n").closeLine();
        out.open("body").line().open("main").line();
    }

    private static String policy(String style, List<String> scripts) {
        StringBuilder policy = new StringBuilder("default-src 'none'");
        if (!scripts.isEmpty()) {
            policy.append("; script-src");
            scripts.forEach(script -> policy.append(' ').append(Resources.sha256(script)));
        }
        return policy + "; style-src " + Resources.sha256(style) + "; base-uri 'none'; form-action 'none'";
    }
}
