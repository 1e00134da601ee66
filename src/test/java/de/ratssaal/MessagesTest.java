package de.ratssaal;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import de.ratssaal.base.AuditedEvent;
import de.ratssaal.base.Messages;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Reads the message files as text, and the sources for what they ask of them. */
@DisplayName("The texts that people read")
class MessagesTest {

    private static final Map<String, String> GERMAN = read(Locale.GERMAN);
    private static final Map<String, String> ENGLISH = read(Locale.ENGLISH);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");

    /** A whole key, or the beginning of one when something is added to it. */
    private static final Pattern IN_CODE = Pattern.compile("\"([a-z]+\\.[A-Za-z0-9_.%-]*)\"(\\s*\\+)?");

    /** What code adds to whole keys, such as {@code -text} for the text below a title. */
    private static final Pattern ENDING_IN_CODE = Pattern.compile("\\+\\s*\"([-.][a-z-]+)\"");

    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([a-z]+\\.[A-Za-z0-9_.-]*)");
    private static final Pattern BEGUN_IN_TEMPLATE = Pattern.compile("#\\{\\$\\{'([a-z]+\\.[A-Za-z0-9_.-]*)'\\s*\\+");
    /** In scripts of the reader: {@code t('reader.page-of', …)}, and {@code t(`reader.colour.${…}`)}. */
    private static final Pattern IN_SCRIPT = Pattern.compile("'(reader\\.[A-Za-z0-9_.-]*)'");

    private static final Pattern BEGUN_IN_SCRIPT = Pattern.compile("`(reader\\.[A-Za-z0-9_.-]*)\\$\\{");

    private static final Pattern FILE = Pattern.compile(".*\\.(pdf|ics|eml|html|css|js|json|svg|txt|sql|zip)");

    /** Beginnings after which only some constants of an enum are ever shown. */
    private static final Set<String> SOME_CONSTANTS = Set.of(
            "chamber.desk.record-",
            "document.refused.pdf.",
            "identity.role.",
            "meeting.conduct.not-from-",
            "meeting.invitation.delivered-",
            "minutes.text.role.",
            "paper.agenda.not-released.",
            "publication.classification-one.",
            "publication.classification.",
            "publication.kind.",
            "publication.role.",
            "reader.fault.",
            "reader.offline.document.",
            "reader.offline.luggage.",
            "reader.offline.removed.",
            "reader.offline.vault.",
            "reader.panel.",
            "voting.poll.is-");

    @Test
    void everyTextIsThereInEveryLanguage() {
        assertThat(Messages.LANGUAGES).containsExactly(Locale.GERMAN, Locale.ENGLISH);
        assertThat(GERMAN.keySet()).containsExactlyInAnyOrderElementsOf(ENGLISH.keySet());
        assertThat(Stream.of(GERMAN, ENGLISH))
                .allSatisfy(texts -> assertThat(texts)
                        .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank()));
    }

    @Test
    void everyLanguageSaysTheSameThings() {
        assertThat(GERMAN)
                .allSatisfy((key, text) ->
                        assertThat(placeholders(text)).as(key).isEqualTo(placeholders(ENGLISH.getOrDefault(key, ""))));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyTextIsAPatternWithItsApostrophesDoubled(Locale language) {
        assertThat(read(language)).allSatisfy((key, text) -> {
            assertThatCode(() -> new MessageFormat(text, language)).as(key).doesNotThrowAnyException();
            assertThat(LONE_APOSTROPHE.matcher(text).find())
                    .as("%s has a single apostrophe: %s", key, text)
                    .isFalse();
        });
    }

    @Test
    void whatCodeAndTemplatesAskForIsThere() {
        assertThat(Asked.ALL.whole)
                .as("key and who asks for it")
                .allSatisfy((key, where) ->
                        assertThat(GERMAN).as("asked for by %s", where).containsKey(key));
        assertThat(Asked.ALL.begun)
                .allSatisfy((beginning, where) -> assertThat(GERMAN.keySet())
                        .as("asked for by %s", where)
                        .anyMatch(beginning.asMatchPredicate()));
    }

    @Test
    void whatNobodyAsksForIsNotThere() {
        assertThat(GERMAN.keySet())
                .as("keys that nobody asks for")
                .filteredOn(key -> !Asked.ALL.asksFor(key))
                .isEmpty();
    }

    @Test
    void whereOneConstantHasAWordAllHaveOne() {
        var enums = ModuleStructureTest.CODE.stream()
                .filter(JavaClass::isEnum)
                .map(MessagesTest::constants)
                .toList();
        assertThat(Asked.ALL.beginnings)
                .as("beginnings of keys after which no enum has exactly the constants that have words")
                .filteredOn(beginning -> !SOME_CONSTANTS.contains(beginning))
                .filteredOn(beginning -> {
                    var named = named(beginning);
                    return !named.isEmpty() && !enums.contains(named);
                })
                .isEmpty();
    }

    @Test
    void everyKindOfAuditedEventHasAWord() {
        var events = ModuleStructureTest.CODE.stream()
                .filter(it -> it.isAssignableTo(AuditedEvent.class) && !it.isInterface())
                .map(it -> "audit.type." + it.getName().substring("de.ratssaal.".length()))
                .toList();
        assertThat(events).isNotEmpty();
        for (var language : languages()) {
            assertThat(read(language).keySet())
                    .as("in %s", language)
                    .filteredOn(key -> key.startsWith("audit.type."))
                    .containsExactlyInAnyOrderElementsOf(events);
        }
    }

    private static Set<String> named(String beginning) {
        return GERMAN.keySet().stream()
                .filter(key -> key.startsWith(beginning))
                .map(key -> key.substring(beginning.length()))
                .filter(rest -> rest.matches("[A-Z_]+"))
                .collect(toCollection(TreeSet::new));
    }

    static List<Locale> languages() {
        return Messages.LANGUAGES;
    }

    private static Set<String> constants(JavaClass type) {
        return Arrays.stream(type.reflect().getEnumConstants())
                .map(it -> ((Enum<?>) it).name())
                .collect(toCollection(TreeSet::new));
    }

    private static Set<String> placeholders(String text) {
        return found(PLACEHOLDER, text).map(it -> it.group(1)).collect(toCollection(TreeSet::new));
    }

    private static Stream<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results();
    }

    /** Keeps what a properties file would silently drop: a key that is there twice. */
    private static Map<String, String> read(Locale language) {
        var texts = new LinkedHashMap<String, String>();
        var twice = new ArrayList<String>();
        text(Path.of("src/main/resources/messages_%s.properties".formatted(language)))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .forEach(line -> {
                    var parts = line.split("=", 2);
                    assertThat(parts).as(line).hasSize(2);
                    if (texts.put(parts[0], parts[1]) != null) {
                        twice.add(parts[0]);
                    }
                });
        assertThat(twice).as("keys that are there twice in %s", language).isEmpty();
        return texts;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the sources ask the message files for. */
    private static final class Asked {

        static final Asked ALL = new Asked();

        final Map<String, String> whole = new TreeMap<>();
        final Map<Pattern, String> begun = new LinkedHashMap<>();
        final Set<String> beginnings = new TreeSet<>();
        private final Set<String> endings = new TreeSet<>();
        private final Set<String> modules = new TreeSet<>();

        private Asked() {
            GERMAN.keySet().forEach(key -> modules.add(moduleOf(key)));
            files("src/main/java", ".java").forEach(this::code);
            files("src/main/resources/templates", ".html").forEach(this::template);
            files("frontend/src/reader", ".ts").forEach(this::script);
            files("frontend/src/offline", ".ts").forEach(this::script);
        }

        boolean asksFor(String key) {
            return whole.containsKey(key)
                    || begun.keySet().stream().anyMatch(it -> it.matcher(key).matches())
                    || endings.stream()
                            .filter(key::endsWith)
                            .anyMatch(it -> whole.containsKey(key.substring(0, key.length() - it.length())));
        }

        private void code(Path file) {
            var text = text(file);
            found(ENDING_IN_CODE, text).forEach(it -> endings.add(it.group(1)));
            var here = new TreeSet<String>();
            found(IN_CODE, text).filter(this::asksForText).forEach(it -> {
                var words = it.group(1);
                if (it.group(2) != null) {
                    here.add(words);
                    begun(words, file);
                } else if (words.contains("%s")) {
                    begun.put(Pattern.compile(words.replace(".", "\\.").replace("%s", ".+")), file.toString());
                }
            });
            found(IN_CODE, text)
                    .filter(it -> it.group(2) == null && asksForText(it))
                    .map(it -> it.group(1))
                    .filter(it ->
                            it.matches("[a-z]+\\.[a-z][^%]*[^%.-]")) // others are names of events, or compared with
                    .filter(it -> here.stream().noneMatch(beginning -> GERMAN.containsKey(beginning + it)))
                    .forEach(it -> whole.put(it, file.toString()));
        }

        private boolean asksForText(MatchResult found) {
            var words = found.group(1);
            return modules.contains(moduleOf(words)) && !FILE.matcher(words).matches();
        }

        private void template(Path file) {
            var text = text(file);
            found(IN_TEMPLATE, text).forEach(it -> whole.put(it.group(1), file.toString()));
            found(BEGUN_IN_TEMPLATE, text).forEach(it -> begun(it.group(1), file));
        }

        private void script(Path file) {
            var text = text(file);
            found(IN_SCRIPT, text).forEach(it -> whole.put(it.group(1), file.toString()));
            found(BEGUN_IN_SCRIPT, text).forEach(it -> begun(it.group(1), file));
        }

        private void begun(String beginning, Path file) {
            beginnings.add(beginning);
            begun.put(Pattern.compile(Pattern.quote(beginning) + ".+"), file.toString());
        }

        private static String moduleOf(String key) {
            return key.substring(0, key.indexOf('.'));
        }

        private static List<Path> files(String folder, String ending) {
            try (var found = Files.walk(Path.of(folder))) {
                return found.filter(it -> it.toString().endsWith(ending)).toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
