package de.ratssaal.meeting;

import de.ratssaal.base.Refusal;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An item of a meeting's agenda. Changed through its meeting only. */
@Entity
@Table(name = "meeting_agenda_item")
class AgendaItem {

    /** Longest time of an item, in minutes. */
    private static final int LONGEST = 24 * 60;

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private AgendaItemId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "parent_id"))
    private @Nullable AgendaItemId parent;

    @Column(nullable = false)
    private int position;

    @Column(name = "is_public", nullable = false)
    private boolean isPublic;

    @Column(nullable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ItemState state = ItemState.PENDING;

    private @Nullable Instant calledAt;

    private @Nullable Instant doneAt;

    @Column(nullable = false)
    private boolean calledAgain;

    private @Nullable String excludedBecause;

    private @Nullable Integer plannedMinutes;

    /** Place among its siblings at which the running meeting takes it up; none if that is its place on the agenda. */
    private @Nullable Integer turn;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "joint_with_id"))
    private @Nullable AgendaItemId jointWith;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected AgendaItem() {}

    AgendaItem(AgendaItemId id, @Nullable AgendaItemId parent, boolean isPublic, String title) {
        this.id = id;
        this.parent = parent;
        this.isPublic = isPublic;
        this.title = title;
    }

    AgendaItemId id() {
        return id;
    }

    @Nullable
    AgendaItemId parent() {
        return parent;
    }

    int position() {
        return position;
    }

    boolean isPublic() {
        return isPublic;
    }

    String title() {
        return title;
    }

    ItemState state() {
        return state;
    }

    @Nullable
    AgendaItemId jointWith() {
        return jointWith;
    }

    void joinWith(@Nullable AgendaItemId leading) {
        jointWith = leading;
    }

    void planMinutes(@Nullable Integer minutes) {
        requireMinutes(minutes);
        plannedMinutes = minutes;
    }

    /** @throws Refusal if it is longer than a day, or no time at all */
    static void requireMinutes(@Nullable Integer minutes) {
        if (minutes != null && (minutes < 1 || minutes > LONGEST)) {
            throw new Refusal("meeting.agenda.minutes-wrong", LONGEST);
        }
    }

    void rename(String newTitle) {
        title = newTitle;
    }

    void stand(@Nullable AgendaItemId under, boolean publicPart, int at) {
        parent = under;
        isPublic = publicPart;
        position = at;
        turn = null;
    }

    /** Its number stays. */
    void takeUpAt(int place) {
        turn = place;
    }

    /** In which order siblings are taken up. */
    int turn() {
        return turn == null ? position : turn;
    }

    /** The second notice holds for it (R5). */
    void callAgain() {
        calledAgain = true;
    }

    void excludePublic(String reason) {
        excludedBecause = reason;
    }

    void call(Instant at) {
        state = ItemState.CALLED;
        if (calledAt == null) {
            calledAt = at;
        }
        doneAt = null;
    }

    void finish(Instant at) {
        state = ItemState.DONE;
        doneAt = at;
    }

    AgendaItemSummary summary(String number, int depth) {
        return new AgendaItemSummary(
                id,
                parent,
                number,
                position,
                depth,
                title,
                isPublic,
                state,
                calledAt,
                doneAt,
                calledAgain,
                excludedBecause,
                plannedMinutes,
                jointWith);
    }
}
