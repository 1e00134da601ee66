package de.ratssaal.floor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rule of who speaks after whom. Points of order come before all others, then whoever was interrupted, then direct
 * replies, then those whom the chair placed, then speeches as the rules order them, and personal statements at the end.
 */
final class SpeakersOrder {

    /**
     * Somebody who waits.
     *
     * @param rank place that the chair gave; none if the rule decides
     * @param side what the rules let alternate: political group or gender; none for who is on no side, and if nothing does
     */
    record Waiting(
            RequestId id,
            SpeechKind kind,
            boolean isSetAside,
            Instant since,
            @Nullable Integer rank,
            @Nullable Object side) {}

    private static final Comparator<Waiting> BY_REQUEST =
            Comparator.comparing(Waiting::since).thenComparing(it -> it.id().value());

    private SpeakersOrder() {}

    /** @param before the side of whoever held the last speech; none if nobody did, or they are on none */
    static List<RequestId> of(List<Waiting> waiting, @Nullable Object before) {
        var byRequest = waiting.stream().sorted(BY_REQUEST).toList();
        var placed = byRequest.stream()
                .filter(it -> it.rank() != null && it.kind() != SpeechKind.POINT_OF_ORDER)
                .sorted(Comparator.comparing(it -> Objects.requireNonNull(it.rank())))
                .toList();
        var byRule = byRequest.stream().filter(it -> it.rank() == null).toList();
        var lastPlaced = placed.stream()
                .filter(it -> it.kind() == SpeechKind.SPEECH)
                .<@Nullable Object>map(Waiting::side)
                .reduce(before, (earlier, later) -> later);
        return Stream.of(
                        ofKind(byRequest, SpeechKind.POINT_OF_ORDER).stream()
                                .sorted(Comparator.comparing(
                                        Waiting::rank, Comparator.nullsLast(Comparator.naturalOrder()))),
                        byRule.stream().filter(Waiting::isSetAside),
                        ofKind(byRule, SpeechKind.REPLY).stream(),
                        placed.stream(),
                        alternating(ofKind(byRule, SpeechKind.SPEECH), lastPlaced).stream(),
                        ofKind(byRule, SpeechKind.STATEMENT).stream())
                .flatMap(it -> it)
                .map(Waiting::id)
                .toList();
    }

    private static List<Waiting> ofKind(List<Waiting> waiting, SpeechKind kind) {
        return waiting.stream()
                .filter(it -> it.kind() == kind && !it.isSetAside())
                .toList();
    }

    private static List<Waiting> alternating(List<Waiting> byRequest, @Nullable Object before) {
        var left = new ArrayList<>(byRequest);
        var ordered = new ArrayList<Waiting>();
        var side = before;
        while (!left.isEmpty()) {
            var last = side;
            var next = left.stream()
                    .filter(it -> last == null || !last.equals(it.side()))
                    .findFirst()
                    .orElse(left.getFirst());
            left.remove(next);
            ordered.add(next);
            side = next.side();
        }
        return ordered;
    }
}
