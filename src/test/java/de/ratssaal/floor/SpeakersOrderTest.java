package de.ratssaal.floor;

import static de.ratssaal.floor.SpeechKind.POINT_OF_ORDER;
import static de.ratssaal.floor.SpeechKind.REPLY;
import static de.ratssaal.floor.SpeechKind.SPEECH;
import static de.ratssaal.floor.SpeechKind.STATEMENT;
import static org.assertj.core.api.Assertions.assertThat;

import de.ratssaal.floor.SpeakersOrder.Waiting;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Those who asked for the floor are called")
class SpeakersOrderTest {

    private final Map<RequestId, String> names = new HashMap<>();
    private int asked;

    @Test
    @DisplayName("in the order in which they asked")
    void byRequest() {
        assertThat(order(speech("Ada"), speech("Bo"), speech("Cem"))).isEqualTo("Ada Bo Cem");
    }

    @Test
    @DisplayName("points of order first, direct replies next, personal statements at the end")
    void kinds() {
        assertThat(order(
                        statement("Ada"),
                        speech("Bo"),
                        asks("Cem", REPLY),
                        speech("Dana"),
                        asks("Eva", POINT_OF_ORDER)))
                .isEqualTo("Eva Cem Bo Dana Ada");
    }

    @Test
    @DisplayName("whoever was interrupted right after the points of order")
    void setAside() {
        var interrupted = new Waiting(id("Ada"), SPEECH, true, now(), null, null);

        assertThat(order(interrupted, asks("Bo", REPLY), speech("Cem"), asks("Dana", POINT_OF_ORDER)))
                .isEqualTo("Dana Ada Bo Cem");
    }

    @Test
    @DisplayName("group after group where the rules let groups alternate, as long as there is another one")
    void alternating() {
        var waiting = List.of(of("Ada", "A"), of("Ali", "A"), of("Ana", "A"), of("Bo", "B"), of("Bea", "B"));

        assertThat(order(waiting, null)).isEqualTo("Ada Bo Ali Bea Ana");
        assertThat(order(waiting, "A")).as("after a speaker of A").isEqualTo("Bo Ada Bea Ali Ana");
        assertThat(order(waiting.subList(0, 3), "A")).as("only A is left").isEqualTo("Ada Ali Ana");
    }

    @Test
    @DisplayName("whoever is on no side before or after anybody")
    void onNoSide() {
        assertThat(order(List.of(of("Ada", "A"), speech("Uwe"), speech("Udo"), of("Ali", "A")), "A"))
                .isEqualTo("Uwe Ada Udo Ali");
    }

    @Test
    @DisplayName("as the chair placed them, whatever the rules say; who asks later comes behind")
    void theChairsOrderWins() {
        assertThat(order(speech("Ada"), placed("Bo", 2), placed("Cem", 1), speech("Dana")))
                .isEqualTo("Cem Bo Ada Dana");
        assertThat(order(placed("Ada", 1), asks("Eva", POINT_OF_ORDER)))
                .as("but a point of order comes before all others")
                .isEqualTo("Eva Ada");
    }

    @Test
    @DisplayName("alternating on from the last one whom the chair placed")
    void alternatingAfterTheChairsOrder() {
        var placed = new Waiting(id("Bo"), SPEECH, false, now(), 1, "B");

        assertThat(order(List.of(placed, of("Bea", "B"), of("Ada", "A")), "A")).isEqualTo("Bo Ada Bea");
    }

    @Test
    @DisplayName("one by one also if they asked at the same moment")
    void atTheSameMoment() {
        var at = now();
        var one = new Waiting(id("Ada"), SPEECH, false, at, null, null);
        var other = new Waiting(id("Bo"), SPEECH, false, at, null, null);

        assertThat(order(one, other)).isEqualTo(order(other, one));
    }

    private Waiting speech(String name) {
        return asks(name, SPEECH);
    }

    private Waiting statement(String name) {
        return asks(name, STATEMENT);
    }

    private Waiting asks(String name, SpeechKind kind) {
        return new Waiting(id(name), kind, false, now(), null, null);
    }

    private Waiting of(String name, String side) {
        return new Waiting(id(name), SPEECH, false, now(), null, side);
    }

    private Waiting placed(String name, int rank) {
        return new Waiting(id(name), SPEECH, false, now(), rank, null);
    }

    private RequestId id(String name) {
        var id = RequestId.next();
        names.put(id, name);
        return id;
    }

    private Instant now() {
        return Instant.EPOCH.plusSeconds(asked++);
    }

    private String order(Waiting... waiting) {
        return order(Stream.of(waiting).toList(), null);
    }

    private String order(List<Waiting> waiting, @Nullable Object before) {
        return SpeakersOrder.of(waiting, before).stream()
                .map(it -> Objects.requireNonNull(names.get(it)))
                .collect(Collectors.joining(" "));
    }
}
