package app.tutti.bench;

import app.tutti.stories.Browser;
import app.tutti.stories.Connections;
import app.tutti.stories.Connections.Direction;
import app.tutti.stories.LossyPath;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A party as its people have it: a host at home, a public server, a listener, both in Chromium on this machine. All times
 * are of the audio itself, as the pages give it out.
 */
final class PartyBench {
    private static final int RATE = 48_000;
    private static final int MUSIC_SECONDS = 600;
    private static final int CLICKS_EVERY_SECONDS = 2;
    private static final int LOSS_SECONDS = Integer.getInteger("bench.seconds", 60);
    private static final int CLICKS = Integer.getInteger("bench.clicks", 30);
    private static final String KEY = "of this benchmark alone, and gone with it";

    /**
     * Notes when it begins to sound after half a second of silence, milliseconds of the epoch of each sample, and how
     * many samples were silent for longer than 20 ms in between.
     */
    private static final String EARS = """
            window.sounds = [];
            window.silentSamples = 0;
            window.listenTo = (stream) => {
              const context = new AudioContext();
              const ear = context.createScriptProcessor(256, 1, 1);
              let silent = Infinity;
              ear.onaudioprocess = ({ inputBuffer }) => {
                const end = performance.timeOrigin + performance.now();
                const samples = inputBuffer.getChannelData(0);
                samples.forEach((sample, index) => {
                  if (Math.abs(sample) < 0.05) {
                    silent++;
                    if (silent === 960) window.silentSamples += 960;
                    if (silent > 960) window.silentSamples++;
                  } else {
                    if (silent > context.sampleRate / 2) {
                      window.sounds.push(end - ((samples.length - index) * 1000) / context.sampleRate);
                    }
                    silent = 0;
                  }
                });
              };
              context.createMediaStreamSource(stream).connect(ear);
              ear.connect(context.destination);
            };
            """;

    private static final String LISTENERS_EARS = EARS + """
            const waiting = setInterval(() => {
              const audio = document.querySelector("html > audio");
              if (audio?.srcObject && !audio.paused) {
                clearInterval(waiting);
                window.listenTo(audio.srcObject);
              }
            }, 2);
            """;

    private static final String HOSTS_EARS = """
            const done = arguments[arguments.length - 1];
            import("/js/app.js").then(({ sound }) => { window.listenTo(sound.capture()); done(); });
            """;

    private static final String CLICK = """
            const [css, done] = arguments;
            const at = performance.timeOrigin + performance.now();
            document.querySelector(css).click();
            done(at);
            """;

    private final Server home;
    private final Server everybodys;
    private final int rounds;

    private PartyBench(Server home, Server everybodys, int rounds) {
        this.home = home;
        this.everybodys = everybodys;
        this.rounds = rounds;
    }

    public static void main(String[] arguments) throws Exception {
        int rounds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        Set<String> parts = arguments.length < 2
                ? Set.of("starts", "walk", "delay", "loss")
                : Set.of(Arrays.copyOfRange(arguments, 1, arguments.length));
        Path music = Files.createTempDirectory("tutti-bench-party");
        Files.write(music.resolve("tone.wav"), wav(false));
        Files.write(music.resolve("clicks.wav"), wav(true));
        int port = Server.freePort();
        try (Server everybodys = Server.start(
                        SfuBench.serverOptions(),
                        Map.of(
                                "TUTTI_PARTY_ROLE",
                                "listener",
                                "TUTTI_HOST_KEY",
                                KEY,
                                "TUTTI_PARTY_ORIGINS",
                                "http://127.0.0.1:" + port));
                Server home = Server.start(
                        SfuBench.serverOptions(),
                        Map.of(
                                "TUTTI_PORT",
                                String.valueOf(port),
                                "TUTTI_URL",
                                "http://127.0.0.1:" + port,
                                "TUTTI_ACCESS",
                                "open",
                                "TUTTI_MUSIC_DIR",
                                music.toString(),
                                "TUTTI_HOST_KEY",
                                KEY,
                                "TUTTI_PARTY_URL",
                                everybodys.uri("http").resolve("/").toString().replaceAll("/$", "")))) {
            new PartyBench(home, everybodys, rounds).run(parts);
        } finally {
            Files.deleteIfExists(music.resolve("tone.wav"));
            Files.deleteIfExists(music.resolve("clicks.wav"));
            Files.delete(music);
        }
        System.exit(0);
    }

    private void run(Set<String> parts) throws IOException {
        System.out.println("Load of the machine: "
                + Files.readString(Path.of("/proc/loadavg")).strip());
        System.out.println("| | median ms | p95 ms | of |");
        System.out.println("|---|---|---|---|");
        if (parts.contains("starts")) {
            starts();
        }
        if (parts.contains("walk")) {
            walk();
        }
        if (parts.contains("delay")) {
            delay("host's page to listener's, this machine", 0, 0);
            delay("the same with 50 ms each way and 2 % lost on both ways", 0.02, 50);
        }
        if (parts.contains("loss")) {
            losses();
        }
    }

    private void losses() {
        System.out.println(
                "| lost | on whose way | silent for more than 20 ms, % | concealed, % | gaps concealed | s |");
        System.out.println("|---|---|---|---|---|---|");
        for (int percent : new int[] {0, 1, 2, 5}) {
            loss(0, percent);
        }
        loss(2, 0);
    }

    /** What is missing in a tone at the listener. */
    private void loss(int hostsPercent, int listenersPercent) {
        int relay = everybodys.mediaPort();
        try (LossyPath hosts = new LossyPath(relay, hostsPercent / 100.0, 10);
                LossyPath listeners = new LossyPath(relay, listenersPercent / 100.0, 10);
                Browser host = Browser.thatMaySound();
                Browser listener = Browser.thatMaySound()) {
            Connections.of(host, String.valueOf(relay), hosts.port(), Connections.Repair.NACK);
            Connections ears =
                    Connections.of(listener, String.valueOf(relay), listeners.port(), Connections.Repair.NACK);
            listener.beforeEveryPage(LISTENERS_EARS);
            play(host, "tone");
            host.click("header a[href='/party']");
            host.click("[data-start] button");
            listener.open(host.see("#invite-url").getDomProperty("value"));
            firstSound(listener);
            // The jitter buffer has learnt what the network is like.
            listen(listener, 5);
            double silent = number(listener, "window.silentSamples");
            double concealed = ears.statistic(Direction.INBOUND, "concealedSamples");
            double gaps = ears.statistic(Direction.INBOUND, "concealmentEvents");
            listen(listener, LOSS_SECONDS);
            double samples = (double) RATE * LOSS_SECONDS / 100;
            System.out.printf(
                    Locale.ROOT,
                    "| %d %% | %s | %.2f | %.2f | %.0f | %d |%n",
                    Math.max(hostsPercent, listenersPercent),
                    hostsPercent > 0 ? "host's" : "listener's",
                    (number(listener, "window.silentSamples") - silent) / samples,
                    (ears.statistic(Direction.INBOUND, "concealedSamples") - concealed) / samples,
                    ears.statistic(Direction.INBOUND, "concealmentEvents") - gaps,
                    LOSS_SECONDS);
        }
    }

    private static void listen(Browser listener, int seconds) {
        listener.patient(seconds + 10);
        listener.script("setTimeout(arguments[1], arguments[0])", seconds * 1000);
    }

    /** From the click on "Start a party", and from the beginning of a page that is loaded, to sound. */
    private void starts() {
        List<Double> starts = new ArrayList<>();
        List<Double> loads = new ArrayList<>();
        try (Browser host = Browser.thatMaySound();
                Browser listener = Browser.thatMaySound()) {
            listener.beforeEveryPage(LISTENERS_EARS);
            play(host, "tone");
            // The first one compiles.
            for (int round = 0; round <= rounds; round++) {
                listener.open(everybodys.uri("http").toString());
                host.click("header a[href='/party']");
                host.see("[data-start] button");
                double clicked = ((Number) host.script(CLICK, "[data-start] button")).doubleValue();
                double heard = firstSound(listener);
                host.see("[data-part=live]");
                URI invitation = URI.create(host.see("#invite-url").getDomProperty("value"));
                listener.open(invitation.toString());
                double loaded = firstSound(listener) - number(listener, "performance.timeOrigin");
                if (round > 0) {
                    starts.add(heard - clicked);
                    loads.add(loaded);
                }
                host.click("[data-action=ask-end]");
                host.click("dialog [data-action=end]");
                host.see("[data-part=idle]");
            }
        }
        row("from Start to sound at who waits", starts);
        row("from a page's load to its sound", loads);
    }

    /** The longest time between two packets of the host's while it looks at ten pages. */
    private void walk() {
        int relay = everybodys.mediaPort();
        List<Double> gaps = new ArrayList<>();
        try (LossyPath path = new LossyPath(relay, 0, 0);
                Browser host = Browser.thatMaySound()) {
            Connections.of(host, String.valueOf(relay), path.port(), Connections.Repair.NACK);
            play(host, "tone");
            host.click("header a[href='/party']");
            host.click("[data-start] button");
            host.see("[data-part=live]");
            host.await("packets", () -> path.sent.size() > 100 ? true : null);
            int first = path.sent.size();
            List<String> pages = List.of("/artists", "/releases", "/playlists", "/party", "/");
            for (int visit = 0; visit < 10; visit++) {
                String page = pages.get(visit % pages.size());
                host.click("header a[href='" + page + "']");
                host.await("the page", () -> host.path().equals(page) ? true : null);
            }
            List<LossyPath.RtpHeader> sent = List.copyOf(path.sent);
            for (int packet = first; packet < sent.size(); packet++) {
                gaps.add((sent.get(packet).nanos() - sent.get(packet - 1).nanos()) / 1e6);
            }
            row("between two packets while the host looks at ten pages", gaps);
            System.out.printf(Locale.ROOT, "The longest: %.0f ms.%n", Collections.max(gaps));
        }
    }

    private void delay(String what, double loss, int delayMillis) {
        int relay = everybodys.mediaPort();
        List<Double> delays = new ArrayList<>();
        try (LossyPath there = new LossyPath(relay, loss, delayMillis);
                LossyPath back = new LossyPath(relay, loss, delayMillis);
                Browser host = Browser.thatMaySound();
                Browser listener = Browser.thatMaySound()) {
            if (loss > 0) {
                Connections.of(host, String.valueOf(relay), there.port(), Connections.Repair.NACK);
                Connections.of(listener, String.valueOf(relay), back.port(), Connections.Repair.NACK);
            }
            host.beforeEveryPage(EARS);
            listener.beforeEveryPage(LISTENERS_EARS);
            play(host, "clicks");
            host.click("header a[href='/party']");
            host.click("[data-start] button");
            host.see("[data-part=live]");
            host.script(HOSTS_EARS);
            listener.open(host.see("#invite-url").getDomProperty("value"));
            for (int clicks = 5; clicks <= CLICKS; clicks += 5) {
                int wanted = clicks;
                listener.await("clicks", () -> number(listener, "window.sounds.length") >= wanted ? true : null);
            }
            List<Double> sent = times(host);
            for (double heard : times(listener)) {
                sent.stream()
                        .filter(at -> at < heard && heard - at < CLICKS_EVERY_SECONDS * 1000)
                        .max(Double::compare)
                        .ifPresent(at -> delays.add(heard - at));
            }
        }
        row(what, delays);
    }

    private void play(Browser host, String title) {
        host.open(home.uri("http").resolve("/tracks").toString());
        host.click("tr[data-title='" + title + "'] play-button button");
        host.see("player-bar[data-state=playing]");
    }

    private static double firstSound(Browser listener) {
        listener.await("sound", () -> number(listener, "window.sounds.length") > 0 ? true : null);
        return number(listener, "window.sounds[0]");
    }

    private static double number(Browser browser, String expression) {
        return ((Number) browser.value(expression)).doubleValue();
    }

    private static List<Double> times(Browser browser) {
        return ((List<?>) browser.value("window.sounds"))
                .stream().map(at -> ((Number) at).doubleValue()).toList();
    }

    private static void row(String what, List<Double> millis) {
        Collections.sort(millis);
        int count = millis.size();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.0f | %.0f | %d |%n",
                what,
                millis.get(count / 2),
                millis.get(Math.min(count - 1, count * 95 / 100)),
                count);
    }

    /** Ten minutes of a tone, or of silence with a burst of 5 ms now and then. */
    private static byte[] wav(boolean clicks) {
        int samples = RATE * MUSIC_SECONDS;
        ByteBuffer wav = ByteBuffer.allocate(44 + samples * 2).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + samples * 2);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) 1).putShort((short) 1).putInt(RATE).putInt(RATE * 2);
        wav.putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(samples * 2);
        for (int sample = 0; sample < samples; sample++) {
            boolean silent = clicks && sample % (CLICKS_EVERY_SECONDS * RATE) >= RATE / 200;
            double value = silent ? 0 : 0.7 * Math.sin(2 * Math.PI * 1000 * sample / RATE);
            wav.putShort((short) (Short.MAX_VALUE * value));
        }
        return wav.array();
    }
}
