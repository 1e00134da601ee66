package de.ratssaal.conference.jitsi;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.Yaml;

/** No engine runs here: what the files say is read. */
@DisplayName("The files of the whole installation")
class ComposeFileTest {

    private static final Path FOLDER = Path.of("docker");
    private static final Pattern SECRET = Pattern.compile(".*(SECRET|PASSWORD|CREDENTIALS).*");
    private static final Pattern ASKED = Pattern.compile("\\$\\{(\\w+)(:[?-])?([^}]*)}");

    private final String text = read("compose.yaml");
    private final Map<String, Map<String, Object>> services = services();

    private static String read(String file) {
        try {
            return Files.readString(FOLDER.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Map<String, Object>> services() {
        Map<String, Map<String, Map<String, Object>>> whole = new Yaml().load(text);
        return Objects.requireNonNull(whole.get("services"));
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        return (Map<String, Object>)
                Objects.requireNonNull(services.get(service)).getOrDefault("environment", Map.of());
    }

    private static Map<String, String> example() {
        return read(".env.example")
                .lines()
                .filter(it -> !it.isBlank() && !it.startsWith("#"))
                .map(it -> it.split("=", 2))
                .collect(toMap(it -> it[0], it -> it[1]));
    }

    private Stream<MatchResult> asked() {
        return ASKED.matcher(text).results();
    }

    @Test
    @DisplayName("hold no secret and no default for one; each is asked for and explained")
    void secrets() {
        assertThat(example().entrySet())
                .filteredOn(it -> SECRET.matcher(it.getKey()).matches())
                .hasSizeGreaterThan(6)
                .allSatisfy(it -> assertThat(it.getValue()).isEmpty());
        assertThat(services.keySet())
                .allSatisfy(service -> assertThat(environment(service)).allSatisfy((name, value) -> {
                    if (SECRET.matcher(name).matches()) {
                        assertThat(value.toString()).matches("\\$\\{\\w+:(\\?|-)}");
                    }
                }));
        // without one nothing starts, except what is not started by itself
        assertThat(asked().filter(it -> SECRET.matcher(it.group(1)).matches()))
                .allSatisfy(it -> assertThat(it.group(2) + it.group(3))
                        .isEqualTo(it.group(1).startsWith("JIBRI") ? ":-" : ":?"));
        assertThat(asked().map(it -> it.group(1)).collect(toSet()))
                .isEqualTo(example().keySet());
        assertThat(read("prosody/events.cfg.lua")).contains("ENV_RATSSAAL_EVENTS_SECRET");
    }

    @Test
    @DisplayName("name the version of every image, and one of Jitsi")
    void pinned() {
        var images = new HashMap<String, String>();
        services.forEach((name, service) -> images.put(name, String.valueOf(service.get("image"))));
        assertThat(images.values()).allSatisfy(it -> assertThat(it).matches("[a-z./-]+:[a-z]*-?[0-9][A-Za-z0-9._-]+"));
        assertThat(images.values().stream()
                        .filter(it -> it.contains("jitsi/") || it.contains("prosody"))
                        .map(it -> it.substring(it.indexOf(':') + 1))
                        .collect(toSet()))
                .containsExactly("stable-11146-2");
        assertThat(read("prosody/Dockerfile")).contains("FROM ghcr.io/jitsi/prosody:stable-11146-2\n");
        assertThat(read("Dockerfile").lines().filter(it -> it.startsWith("FROM ")))
                .allSatisfy(it -> assertThat(it).matches("FROM [a-z-]+:[0-9][^ ]+( AS [a-z]+)?"));
    }

    @ParameterizedTest(name = "{0}: {1} is {2}")
    @CsvSource({
        "prosody, AUTH_TYPE, jwt",
        "prosody, ENABLE_AUTH, 1",
        "prosody, ENABLE_GUESTS, 0",
        "prosody, JWT_ALLOW_EMPTY, 0",
        "prosody, JWT_ACCEPTED_ISSUERS, ratssaal",
        "prosody, JWT_ACCEPTED_AUDIENCES, ratssaal",
        "prosody, JWT_ENABLE_DOMAIN_VERIFICATION, 1",
        "prosody, XMPP_MUC_MODULES, token_affiliation",
        "prosody, WAIT_FOR_HOST_DISABLE_AUTO_OWNERS, 1",
        "prosody, ENABLE_LOBBY, 1",
        "prosody, ENABLE_AV_MODERATION, 1",
        "prosody, ENABLE_END_CONFERENCE, 1",
        "prosody, GLOBAL_MODULES, muc_end_meeting",
        "jicofo, ENABLE_AUTO_OWNER, 0",
        "jicofo, JICOFO_ENABLE_AUTH, 0",
        "jvb, JVB_DISABLE_STUN, 1",
        "web, ENABLE_P2P, 0",
        "web, P2P_STUN_SERVERS, ''",
        "web, ENABLE_THIRD_PARTY_REQUESTS, 0",
        "web, ENABLE_JAAS_COMPONENTS, 0",
        "web, START_WITH_AUDIO_MUTED, 1",
        "web, ENABLE_PREJOIN_PAGE, 0"
    })
    @DisplayName("set what Jitsi needs so that our tokens alone decide")
    void settings(String service, String name, String value) {
        assertThat(environment(service)).containsEntry(name, value);
    }

    @Test
    @DisplayName("agree with each other: names, secrets and addresses are the same on both sides")
    void agree() {
        var ours = environment("ratssaal");
        var prosody = environment("prosody");
        assertThat(ours.get("RATSSAAL_CONFERENCE_JITSI_SECRET")).isEqualTo(prosody.get("JWT_APP_SECRET"));
        assertThat(ours.get("RATSSAAL_CONFERENCE_JITSI_APPID")).isEqualTo(prosody.get("JWT_APP_ID"));
        assertThat(ours.get("RATSSAAL_CONFERENCE_JITSI_EVENTSSECRET")).isEqualTo(prosody.get("RATSSAAL_EVENTS_SECRET"));
        assertThat(ours.get("RATSSAAL_CONFERENCE_JITSI_ADDRESS")).isEqualTo(prosody.get("PUBLIC_URL"));
        assertThat(ours.get("RATSSAAL_CONFERENCE_JITSI_DOMAIN")).isEqualTo(prosody.get("XMPP_DOMAIN"));
        assertThat(ours.get("RATSSAAL_CONFERENCE_JITSI_ROOMS")).isEqualTo(prosody.get("XMPP_MUC_DOMAIN"));
        assertThat(read("prosody/events.cfg.lua"))
                .contains("api_prefix = \"http://ratssaal:8080/api/conference/jitsi\"", "\"muc.meet.jitsi\"");
        assertThat(prosody.get("GLOBAL_CONFIG").toString())
                .contains("http://ratssaal:8080/api/conference/jitsi/keys")
                .containsPattern("smacks_hibernation_time = ([1-5]?[0-9]|60);");
        assertThat(read("caddy/Caddyfile")).contains("path /api/conference/jitsi/*", "respond @inside 404");
    }

    @Test
    @DisplayName("name no server of anybody else's")
    void nobodyElse() {
        var all = Stream.of("compose.yaml", "prosody/events.cfg.lua", "caddy/Caddyfile", ".env.example")
                .map(ComposeFileTest::read)
                .reduce("", String::concat);
        assertThat(all.toLowerCase(Locale.ROOT))
                .doesNotContain("google", "meet.jit.si", "gravatar.com", "8x8", "matomo", "amplitude");
        assertThat(Pattern.compile("https?://([a-z0-9.-]+)")
                        .matcher(all)
                        .results()
                        .map(it -> it.group(1))
                        .collect(toSet()))
                .isSubsetOf(Set.of("ratssaal", "xmpp.meet.jitsi"));
    }
}
