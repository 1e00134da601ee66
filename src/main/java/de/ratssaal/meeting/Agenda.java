package de.ratssaal.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The order of a meeting's items: the public part first, then the non-public part, each numbered from 1. Where an item has
 * left its part while the meeting runs, its number stays free. Where the running meeting took up items in another order, they
 * stand in this order and keep their numbers: they have been announced.
 */
final class Agenda {

    private static final Comparator<AgendaItem> ORDER =
            Comparator.comparing(AgendaItem::isPublic).reversed().thenComparingInt(AgendaItem::turn);

    private final List<AgendaItem> items;

    Agenda(List<AgendaItem> items) {
        this.items = items;
    }

    /** Items with the same parent in the same part, in order. */
    List<AgendaItem> siblings(@Nullable AgendaItemId parent, boolean isPublic) {
        return items.stream()
                .filter(it -> Objects.equals(it.parent(), parent) && it.isPublic() == isPublic)
                .sorted(ORDER)
                .toList();
    }

    List<AgendaItem> children(@Nullable AgendaItemId parent) {
        return items.stream()
                .filter(it -> Objects.equals(it.parent(), parent))
                .sorted(ORDER)
                .toList();
    }

    boolean isWithin(AgendaItem candidate, AgendaItemId ancestor) {
        for (var at = candidate; at != null; at = at.parent() == null ? null : find(at.parent())) {
            if (at.id().equals(ancestor)) {
                return true;
            }
        }
        return false;
    }

    @Nullable
    AgendaItem find(@Nullable AgendaItemId id) {
        return items.stream().filter(it -> it.id().equals(id)).findFirst().orElse(null);
    }

    /** All items in the order of the agenda with their numbers. */
    List<AgendaItemSummary> numbered() {
        var below = new HashMap<@Nullable AgendaItemId, List<AgendaItem>>();
        items.stream()
                .sorted(ORDER)
                .forEach(it -> below.computeIfAbsent(it.parent(), none -> new ArrayList<>())
                        .add(it));
        var numbered = new ArrayList<AgendaItemSummary>();
        number(below, null, "", 0, numbered);
        return List.copyOf(numbered);
    }

    private static void number(
            Map<@Nullable AgendaItemId, List<AgendaItem>> below,
            @Nullable AgendaItemId parent,
            String prefix,
            int depth,
            List<AgendaItemSummary> into) {
        for (var item : below.getOrDefault(parent, List.of())) {
            var count = item.position() + 1;
            var number = depth == 0 ? (item.isPublic() ? "Ö " : "N ") + count : prefix + "." + count;
            into.add(item.summary(number, depth));
            number(below, item.id(), number, depth + 1, into);
        }
    }
}
