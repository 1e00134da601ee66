package de.ratssaal.ballot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.ratssaal.identity.PersonId;
import de.ratssaal.teller.TestTeller;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A message of a tellers' browser")
class CeremonyMessagesTest {

    private static final String CEREMONY = UUID.randomUUID().toString();
    private static final CeremonyMessages MESSAGES = new CeremonyMessages(Groups.belenios2048(), CEREMONY, 3, 2);
    private static final List<TestTeller> TELLERS = IntStream.rangeClosed(1, 3)
            .mapToObj(it -> new TestTeller(new PersonId(UUID.randomUUID()), CEREMONY, it, 3, 2))
            .toList();
    private static final List<String> FIRST =
            TELLERS.stream().map(TestTeller::first).toList();
    private static final List<String> SECOND =
            TELLERS.stream().map(it -> it.second(FIRST)).toList();
    private static final List<String> THIRD =
            TELLERS.stream().map(it -> it.third(TELLERS)).toList();

    private static void refused(Runnable check) {
        assertThatExceptionOfType(MalformedRecord.class).isThrownBy(check::run);
    }

    /** Each value in it changed alone, and each field too many or too few. */
    private static void everyChangeIsFound(String message, Consumer<String> check) {
        var record = JsonReader.read(message).value();
        var changes = new ArrayList<>(Changes.ofValues(record));
        changes.addAll(Changes.ofShape(record));
        assertThat(changes)
                .hasSizeGreaterThan(5)
                .allSatisfy(
                        it -> assertThatThrownBy(() -> check.accept(it.record().write()))
                                .as(it.path())
                                .isInstanceOf(MalformedRecord.class));
    }

    @Test
    @DisplayName("is taken as it is, and what comes out of all is the file that each of them makes")
    void sound() {
        for (var index = 1; index <= 3; index++) {
            MESSAGES.requireFirst(index, FIRST.get(index - 1));
            MESSAGES.requireSecond(index, SECOND.get(index - 1), FIRST);
            MESSAGES.requireThird(index, THIRD.get(index - 1), FIRST, SECOND);
        }
        var file = MESSAGES.trustees(FIRST, SECOND, THIRD);
        assertThat(file)
                .contains(TELLERS.getFirst().certificate(), TELLERS.getLast().commitments());
        assertThat(Trustees.read(file.getBytes(StandardCharsets.UTF_8), MESSAGES.group())
                        .check()
                        .isValid())
                .isTrue();
    }

    @Test
    @DisplayName("is refused if anything in it is another than was signed")
    void changed() {
        everyChangeIsFound(FIRST.get(1), it -> MESSAGES.requireFirst(2, it));
        everyChangeIsFound(SECOND.get(1), it -> MESSAGES.requireSecond(2, it, FIRST));
        everyChangeIsFound(THIRD.get(1), it -> MESSAGES.requireThird(2, it, FIRST, SECOND));
    }

    @Test
    @DisplayName("is announced by its hash, in this ceremony and this place, before anybody sends one")
    void announced() {
        var messages = new CeremonyMessages(MESSAGES.group(), "c-1", 3, 2);
        var announcement = "{\"announced\":\"25744992f12cef070c169719c087ced20f8caf221914d0d21ca59bdcac54c113\"}";
        assertThat(messages.announcement(2, "{\"a\":1}")).isEqualTo(announcement);
        messages.requireAnnouncement(announcement);
        assertThat(messages.isAnnounced(2, announcement, "{\"a\":1}")).isTrue();
        assertThat(messages.isAnnounced(1, announcement, "{\"a\":1}")).isFalse();
        assertThat(messages.isAnnounced(2, announcement, "{\"a\": 1}")).isFalse();
        assertThat(new CeremonyMessages(MESSAGES.group(), "c-2", 3, 2).isAnnounced(2, announcement, "{\"a\":1}"))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"announced\":\"\"}",
                "{\"announced\":\"25744992F12CEF070C169719C087CED20F8CAF221914D0D21CA59BDCAC54C113\"}",
                "{\"announced\": \"25744992f12cef070c169719c087ced20f8caf221914d0d21ca59bdcac54c113\"}",
                "{\"announced\":\"25744992f12cef070c169719c087ced20f8caf221914d0d21ca59bdcac54c113\"}\n",
                "{\"announced\":\"25744992f12cef070c169719c087ced20f8caf221914d0d21ca59bdcac54c11\"}",
                "{\"announced\":\"25744992f12cef070c169719c087ced20f8caf221914d0d21ca59bdcac54c113\",\"a\":1}"
            })
    @DisplayName("is announced in exactly one form")
    void noAnnouncement(String message) {
        refused(() -> MESSAGES.requireAnnouncement(message));
    }

    @Test
    @DisplayName("is refused in another's place, of another ceremony or with another number of tellers")
    void elsewhere() {
        refused(() -> MESSAGES.requireFirst(1, FIRST.get(1)));
        refused(() -> MESSAGES.requireSecond(1, SECOND.get(1), FIRST));
        refused(() -> MESSAGES.requireThird(1, THIRD.get(1), FIRST, SECOND));
        var otherCeremony = new CeremonyMessages(MESSAGES.group(), "another", 3, 2);
        refused(() -> otherCeremony.requireFirst(1, FIRST.getFirst()));
        refused(() -> otherCeremony.requireSecond(1, SECOND.getFirst(), FIRST));
        refused(() -> new CeremonyMessages(MESSAGES.group(), CEREMONY, 3, 3).requireFirst(1, FIRST.getFirst()));
        refused(() -> new CeremonyMessages(MESSAGES.group(), CEREMONY, 4, 2).requireFirst(1, FIRST.getFirst()));
    }

    @Test
    @DisplayName("is refused if its sender saw other messages than all")
    void otherMessagesSeen() {
        var shown = new ArrayList<>(FIRST);
        shown.set(2, TELLERS.get(2).first());
        refused(() -> MESSAGES.requireSecond(1, TELLERS.getFirst().second(shown), FIRST));
        var stranger = new TestTeller(new PersonId(UUID.randomUUID()), CEREMONY, 3, 3, 2);
        var others = List.of(TELLERS.get(0), TELLERS.get(1), stranger);
        refused(() -> MESSAGES.requireThird(1, TELLERS.getFirst().third(others), FIRST, SECOND));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "?", "kurz"})
    @DisplayName("is refused with a channel that no browser could use")
    void noPoint(String channel) {
        refused(() -> MESSAGES.requireFirst(1, TELLERS.getFirst().first(channel)));
    }

    @Test
    @DisplayName("is refused with a channel beside the curve")
    void besideTheCurve() {
        var bytes = Base64.getDecoder().decode(TestTeller.point());
        bytes[64] ^= 1;
        var channel = Base64.getEncoder().encodeToString(bytes);
        refused(() -> MESSAGES.requireFirst(1, TELLERS.getFirst().first(channel)));
        assertThatCode(() -> MESSAGES.requireFirst(1, TELLERS.getFirst().first(TestTeller.point())))
                .doesNotThrowAnyException();
    }

    @Test
    @DisplayName("of a ceremony that cannot be is no question")
    void impossible() {
        assertThatThrownBy(() -> new CeremonyMessages(MESSAGES.group(), CEREMONY, 3, 4))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new CeremonyMessages(MESSAGES.group(), CEREMONY, 3, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> MESSAGES.trustees(FIRST.subList(0, 2), SECOND, THIRD))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
