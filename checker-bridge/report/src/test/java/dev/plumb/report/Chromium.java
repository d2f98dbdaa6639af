package dev.plumb.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A headless Chromium with one page, which is driven by the DevTools protocol: real keys, real clicks, a real policy. */
final class Chromium implements AutoCloseable {
    private static final long SECONDS_MAX = 60;
    static final int SHIFT = 8;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger lastId = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
    private final List<JsonNode> events = Collections.synchronizedList(new ArrayList<>());
    private String session = "";

    private Chromium(Process process, URI address) {
        this.process = process;
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Listener())
                .join();
    }

    static Optional<Path> program() {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "chromium"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Chromium start(Path profile) throws IOException {
        ProcessBuilder chromium = new ProcessBuilder(
                        program().map(Path::toString).orElse("chromium"),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--hide-scrollbars",
                        "--force-color-profile=srgb",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        // what it leaves there goes with the profile
        chromium.environment().put("TMPDIR", Files.createDirectories(profile).toString());
        Process process = chromium.start();
        Chromium started = new Chromium(process, address(process));
        started.attach();
        return started;
    }

    private static URI address(Process process) throws IOException {
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("DevTools listening on ")) {
                Thread drain = new Thread(() -> lines.lines().forEach(rest -> {}), "chromium's stderr");
                drain.setDaemon(true);
                drain.start();
                return URI.create(line.substring("DevTools listening on ".length()));
            }
        }
        throw new IOException("chromium ended before it listened");
    }

    private void attach() {
        JsonNode target = call("Target.createTarget", Map.of("url", "about:blank"));
        JsonNode attached = call(
                "Target.attachToTarget",
                Map.of("targetId", target.get("targetId").asText(), "flatten", true));
        session = attached.get("sessionId").asText();
        List.of("Page.enable", "Runtime.enable", "Log.enable", "Network.enable")
                .forEach(method -> call(method, Map.of()));
        call("Page.setLifecycleEventsEnabled", Map.of("enabled", true));
    }

    /** Opens a page; what an earlier one has said and asked for is forgotten. */
    Chromium open(Path file, String address) {
        // where only the address differs, the page would not be loaded again
        load("about:blank");
        events.clear();
        load(file.toUri() + address);
        return this;
    }

    private void load(String address) {
        String loader =
                call("Page.navigate", Map.of("url", address)).get("loaderId").asText();
        until(address + " is loaded", () -> events("Page.lifecycleEvent").stream()
                .map(event -> event.get("params"))
                .filter(event -> event.get("name").asText().equals("load"))
                .filter(event -> event.get("loaderId").asText().equals(loader))
                .findFirst());
    }

    /** The value of an expression, as JSON; the page's policy does not hold for it. */
    JsonNode value(String expression) {
        JsonNode result =
                call("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
        if (result.has("exceptionDetails")) {
            throw new AssertionError(expression + ": " + result.get("exceptionDetails"));
        }
        return result.get("result").path("value");
    }

    String text(String selector) {
        return value("document.querySelector(" + quoted(selector) + ").innerText")
                .asText();
    }

    /** Types a key as a user does; {@code modifiers} are 0 or {@link #SHIFT}. */
    void key(String key, int modifiers) {
        String text = key.length() == 1 ? key : "";
        int code = key.equals("Escape") ? 27 : 0;
        for (String type : List.of(text.isEmpty() ? "rawKeyDown" : "keyDown", "keyUp")) {
            String typed = type.equals("keyUp") ? "" : text;
            call(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "text",
                            typed,
                            "modifiers",
                            modifiers,
                            "windowsVirtualKeyCode",
                            code));
        }
    }

    void key(String key) {
        key(key, 0);
    }

    void type(String text) {
        text.chars().forEach(c -> key(Character.toString(c)));
    }

    void click(String selector) {
        JsonNode box = value("(() => { const node = document.querySelector(" + quoted(selector) + ");"
                + " node.scrollIntoView({ block: 'nearest' }); const box = node.getBoundingClientRect();"
                + " return { x: box.x + Math.min(box.width / 2, 200), y: box.y + box.height / 2 }; })()");
        for (String type : List.of("mousePressed", "mouseReleased")) {
            call(
                    "Input.dispatchMouseEvent",
                    Map.of(
                            "type",
                            type,
                            "x",
                            box.get("x").asDouble(),
                            "y",
                            box.get("y").asDouble(),
                            "button",
                            "left",
                            "clickCount",
                            1));
        }
    }

    /** Chooses from a list, after which the page is loaded anew. */
    void choose(String selector, String value) {
        long before = loads();
        value("(() => { const list = document.querySelector(" + quoted(selector) + "); list.value = " + quoted(value)
                + "; list.dispatchEvent(new Event('change')); })()");
        until("it is loaded anew", () -> loads() > before ? Optional.of(true) : Optional.empty());
    }

    private long loads() {
        return events("Page.lifecycleEvent").stream()
                .filter(event -> event.at("/params/name").asText().equals("load"))
                .count();
    }

    void window(int width, int height) {
        call(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** @param media {@code screen} or {@code print} */
    void media(String media, boolean isDark) {
        Map<String, String> scheme = Map.of("name", "prefers-color-scheme", "value", isDark ? "dark" : "light");
        call("Emulation.setEmulatedMedia", Map.of("media", media, "features", List.of(scheme)));
    }

    void scripts(boolean run) {
        call("Emulation.setScriptExecutionDisabled", Map.of("value", !run));
    }

    /** Of what is in the window. */
    void screenshot(Path file) throws IOException {
        screenshot(file, Map.of("format", "png"));
    }

    /** Of an element, wherever on the page it is. */
    void screenshot(Path file, String selector) throws IOException {
        JsonNode box = value("(() => { const box = document.querySelector(" + quoted(selector)
                + ").getBoundingClientRect(); return { x: box.x + scrollX, y: box.y + scrollY, width: box.width,"
                + " height: box.height, scale: 1 }; })()");
        screenshot(file, Map.of("format", "png", "clip", box, "captureBeyondViewport", true));
    }

    private void screenshot(Path file, Map<String, ?> parameters) throws IOException {
        JsonNode picture = call("Page.captureScreenshot", parameters);
        Files.write(file, Base64.getDecoder().decode(picture.get("data").asText()));
    }

    /** What the page had to complain about: errors, warnings, and what its policy refused. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        events("Runtime.exceptionThrown").forEach(event -> complaints.add(event.toString()));
        events("Log.entryAdded").forEach(event -> complaints.add(event.toString()));
        events("Runtime.consoleAPICalled").forEach(event -> complaints.add(event.toString()));
        return complaints;
    }

    /** The addresses that it asked for. */
    List<String> requests() {
        return events("Network.requestWillBeSent").stream()
                .map(event -> event.at("/params/request/url").asText())
                .toList();
    }

    @Override
    public void close() {
        socket.abort();
        process.destroyForcibly()
                .onExit()
                .orTimeout(SECONDS_MAX, TimeUnit.SECONDS)
                .join();
    }

    private List<JsonNode> events(String method) {
        synchronized (events) {
            return events.stream()
                    .filter(event -> event.get("method").asText().equals(method))
                    .toList();
        }
    }

    private static <T> T until(String what, Supplier<Optional<T>> known) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_MAX);
        while (System.nanoTime() < end) {
            Optional<T> value = known.get();
            if (value.isPresent()) {
                return value.get();
            }
            pause();
        }
        throw new AssertionError("Chromium does not say that " + what);
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private JsonNode call(String method, Map<String, ?> parameters) {
        int id = lastId.incrementAndGet();
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        answers.put(id, answer);
        ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
        message.set("params", JSON.valueToTree(parameters));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        socket.sendText(message.toString(), true).join();
        JsonNode told = answer.orTimeout(SECONDS_MAX, TimeUnit.SECONDS).join();
        if (told.has("error")) {
            throw new AssertionError(method + ": " + told.get("error"));
        }
        return told.get("result");
    }

    private static String quoted(String text) {
        return JSON.valueToTree(text).toString();
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            message.append(part);
            if (isLast) {
                receive(message.toString());
                message.setLength(0);
            }
            from.request(1);
            return CompletableFuture.completedFuture(null);
        }

        private void receive(String text) {
            try {
                JsonNode told = JSON.readTree(text);
                if (told.has("id")) {
                    Objects.requireNonNull(answers.remove(told.get("id").asInt()))
                            .complete(told);
                } else {
                    events.add(told);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
