package de.ratssaal.chamber.ui;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import de.ratssaal.chamber.Board;
import de.ratssaal.chamber.Seat;
import de.ratssaal.identity.PersonId;
import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.AgendaItemSummary;
import de.ratssaal.meeting.ItemState;
import de.ratssaal.organization.MemberSummary;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whose vote is left to whom, and for what. What is chosen stays while others come and go. */
class DelegationForm extends Div {

    private final ComboBox<MemberSummary> member = new ComboBox<>();
    private final ComboBox<MemberSummary> holder = new ComboBox<>();
    private final Select<AgendaItemSummary> item = new Select<>();
    private final transient @Nullable PersonId me;
    private transient List<MemberSummary> members = List.of();
    private transient List<MemberSummary> holders = List.of();
    private transient List<AgendaItemSummary> items = List.of();

    /** @param me whose vote it is; none if that is asked as well */
    DelegationForm(@Nullable PersonId me) {
        this.me = me;
        addClassName("rs-form");
        member.setLabel(getTranslation("chamber.delegation.member"));
        member.setItemLabelGenerator(MemberSummary::sortName);
        member.setVisible(me == null);
        holder.setLabel(getTranslation("chamber.delegation.holder"));
        holder.setItemLabelGenerator(MemberSummary::sortName);
        item.setLabel(getTranslation("chamber.delegation.for"));
        item.setEmptySelectionAllowed(true);
        item.setEmptySelectionCaption(getTranslation("chamber.delegation.whole-meeting"));
        item.setItemLabelGenerator(
                it -> it == null ? getTranslation("chamber.delegation.whole-meeting") : it.number() + " " + it.title());
        add(member, holder, item);
    }

    void show(Board board) {
        members = offer(member, members, members(board, it -> !it.isPresent()));
        holders = offer(
                holder, holders, members(board, it -> !it.member().person().equals(me)));
        var open = board.agenda().stream()
                .filter(it -> it.state() != ItemState.DONE)
                .toList();
        if (!open.equals(items)) {
            items = open;
            var chosen = item.getValue();
            item.setItems(open);
            open.stream()
                    .filter(it -> chosen != null && it.id().equals(chosen.id()))
                    .findFirst()
                    .ifPresent(item::setValue);
        }
    }

    private static List<MemberSummary> members(Board board, Predicate<Seat> which) {
        return board.seats().stream()
                .filter(it -> it.member().votes() && which.test(it))
                .map(Seat::member)
                .toList();
    }

    private static List<MemberSummary> offer(
            ComboBox<MemberSummary> field, List<MemberSummary> before, List<MemberSummary> now) {
        if (!now.equals(before)) {
            var chosen = field.getValue();
            field.setItems(now);
            if (chosen != null && now.contains(chosen)) {
                field.setValue(chosen);
            }
        }
        return now;
    }

    /** Says at each field what is missing. */
    boolean isComplete() {
        return require(holder, "chamber.delegation.holder-missing")
                & (me != null || require(member, "chamber.delegation.member-missing"));
    }

    private boolean require(ComboBox<MemberSummary> field, String key) {
        field.setInvalid(field.isEmpty());
        field.setErrorMessage(getTranslation(key));
        return !field.isEmpty();
    }

    PersonId member() {
        return me == null ? member.getValue().person() : me;
    }

    PersonId holder() {
        return holder.getValue().person();
    }

    @Nullable
    AgendaItemId item() {
        return Optional.ofNullable(item.getValue()).map(AgendaItemSummary::id).orElse(null);
    }

    void clear() {
        member.clear();
        holder.clear();
        item.clear();
    }
}
