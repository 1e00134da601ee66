package de.ratssaal.voteorder.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import de.ratssaal.attendance.Place;
import de.ratssaal.base.ui.Section;
import de.ratssaal.base.ui.Symbol;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.voting.Choice;
import de.ratssaal.voting.GroupCount;
import de.ratssaal.voting.PollId;
import de.ratssaal.voting.Tally;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Counts hands group by group: one press says that a whole group raised its hands so, the numbers correct it. Each press is stored at
 * once, so what stands here is what will be counted.
 */
final class HandCounts {

    private final BiConsumer<PollId, List<GroupCount>> store;
    private final Section whole = new Section("rs-hand-counts");
    private final Map<Optional<OrganizationId>, Row> rows = new LinkedHashMap<>();
    private final Paragraph sum = new Paragraph();
    private @Nullable PollId poll;
    private List<GroupCount> stored = List.of();

    /** @param store stores the count of all groups; what is stored then is shown again */
    HandCounts(BiConsumer<PollId, List<GroupCount>> store) {
        this.store = store;
        sum.getElement().setAttribute("role", "status");
        sum.addClassName("rs-counts");
    }

    Component component() {
        return whole;
    }

    /** A group with its members in the room who have not voted by name. */
    private record Hands(Optional<OrganizationId> group, String name, int members) {}

    void show(Board board, PollId open, List<GroupCount> counted) {
        poll = open;
        stored = counted;
        var groups = groups(board);
        whole.show(List.of(open, groups.stream().map(Hands::group).toList()), () -> form(groups));
        var all = groups.stream().mapToInt(Hands::members).sum();
        groups.forEach(it -> Objects.requireNonNull(rows.get(it.group())).expect(it.members()));
        showStored();
        var tally = counted.stream().map(GroupCount::tally).reduce(Tally.EMPTY, Tally::plus);
        sum.setText(whole.getTranslation(
                tally.total() > all ? "voteorder.hands.too-many" : "voteorder.hands.sum",
                tally.total(),
                all,
                tally.yes(),
                tally.no(),
                tally.abstentions()));
    }

    private void showStored() {
        rows.forEach((group, row) -> row.show(stored.stream()
                .filter(it -> Optional.ofNullable(it.group()).equals(group))
                .map(GroupCount::tally)
                .findFirst()
                .orElse(Tally.EMPTY)));
    }

    private static List<Hands> groups(Board board) {
        var names = new LinkedHashMap<Optional<OrganizationId>, String>();
        var members = new LinkedHashMap<Optional<OrganizationId>, Integer>();
        for (var seat : board.seats()) {
            var group = Optional.ofNullable(seat.member().group());
            if (seat.mayVote() && seat.place() == Place.ROOM) {
                names.putIfAbsent(
                        group, Objects.requireNonNullElse(seat.member().groupShortName(), ""));
                members.merge(group, isCountable(seat) ? 1 : 0, Integer::sum);
            }
        }
        var groups = new ArrayList<Hands>();
        members.forEach((group, number) ->
                groups.add(new Hands(group, Objects.requireNonNullElse(names.get(group), ""), number)));
        groups.sort(Comparator.comparing((Hands it) -> it.group().isEmpty()).thenComparing(Hands::name));
        return groups;
    }

    private static boolean isCountable(Seat seat) {
        return !seat.hasVoted();
    }

    private Component form(List<Hands> groups) {
        rows.clear();
        var form = new Div(
                new H3(whole.getTranslation("voteorder.hands.title")),
                new Paragraph(whole.getTranslation("voteorder.hands.text")));
        for (var group : groups) {
            var row = new Row(group, ignored -> send());
            rows.put(group.group(), row);
            form.add(row);
        }
        form.add(sum);
        return form;
    }

    private void send() {
        var open = poll;
        if (open == null) {
            return;
        }
        var counts = new ArrayList<GroupCount>();
        rows.forEach((group, row) -> counts.add(new GroupCount(group.orElse(null), row.tally())));
        try {
            store.accept(open, counts);
        } finally {
            showStored(); // also when it was refused
        }
    }

    private static final class Row extends Div {

        private final transient Map<Choice, IntegerField> fields = new EnumMap<>(Choice.class);
        private final Span expected = new Span();
        private int members;

        Row(Hands group, Consumer<Row> changed) {
            var name = group.name().isEmpty() ? getTranslation("voteorder.groups.none") : group.name();
            var title = new Span(name);
            title.addClassName("rs-row-title");
            var head = new Div(title, expected);
            head.addClassName("rs-hand-group");
            var presses = new Div();
            presses.addClassName("rs-actions");
            var numbers = new Div();
            numbers.addClassName("rs-hand-numbers");
            for (var choice : Choice.values()) {
                var all = new Button(
                        getTranslation("voteorder.hands.all-" + choice),
                        symbol(choice).create(),
                        click -> {
                            fields.forEach((which, field) -> field.setValue(which == choice ? members : 0));
                            changed.accept(this);
                        });
                all.setAriaLabel(getTranslation("voteorder.hands.all-of-" + choice, name));
                presses.add(all);
                var field = new IntegerField(getTranslation("voting.choice." + choice));
                field.setAriaLabel(name + ": " + getTranslation("voting.choice." + choice));
                field.setMin(0);
                field.setStepButtonsVisible(true);
                field.addValueChangeListener(change -> {
                    if (change.isFromClient()) {
                        changed.accept(this);
                    }
                });
                fields.put(choice, field);
                numbers.add(field);
            }
            add(head, presses, numbers);
            addClassName("rs-hand-row");
        }

        void expect(int number) {
            members = number;
            expected.setText(getTranslation("voteorder.hands.members", number));
        }

        void show(Tally tally) {
            field(Choice.YES).setValue(tally.yes());
            field(Choice.NO).setValue(tally.no());
            field(Choice.ABSTENTION).setValue(tally.abstentions());
        }

        Tally tally() {
            return new Tally(value(Choice.YES), value(Choice.NO), value(Choice.ABSTENTION));
        }

        private int value(Choice choice) {
            var entered = field(choice).getValue();
            return entered == null ? 0 : Math.max(0, entered);
        }

        private IntegerField field(Choice choice) {
            return Objects.requireNonNull(fields.get(choice));
        }

        private static Symbol symbol(Choice choice) {
            return switch (choice) {
                case YES -> Symbol.YES;
                case NO -> Symbol.NO;
                case ABSTENTION -> Symbol.ABSTAIN;
            };
        }
    }
}
