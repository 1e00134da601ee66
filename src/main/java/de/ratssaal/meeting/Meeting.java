package de.ratssaal.meeting;

import de.ratssaal.base.Refusal;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.PersonId;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.AbstractAggregateRoot;

/** A meeting of an organization, from its planning to its closing, with its agenda. */
@Entity
@Table(name = "meeting_meeting")
class Meeting extends AbstractAggregateRoot<Meeting> {

    /** How long before its start a meeting can be opened. */
    static final Duration EARLIEST_OPENING = Duration.ofHours(1);

    @EmbeddedId
    @AttributeOverride(name = "value", column = @Column(name = "id"))
    private MeetingId id;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "organization_id", nullable = false, updatable = false))
    private OrganizationId organization;

    @Column(nullable = false)
    private String title;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MeetingMode mode;

    @Column(nullable = false)
    private Instant startsAt;

    private @Nullable Instant endsAt;

    @Column(nullable = false)
    private String place;

    @Column(nullable = false)
    private String publicAccess;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MeetingState state = MeetingState.PLANNED;

    @Column(nullable = false)
    private boolean urgent;

    @Column(nullable = false)
    private boolean secondNotice;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "repeats_meeting_id"))
    private @Nullable MeetingId repeats;

    private @Nullable Instant convenedAt;

    private @Nullable Instant openedAt;

    private @Nullable Instant closedAt;

    private @Nullable String cancelledReason;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "conducted_by"))
    private @Nullable PersonId conductedBy;

    @Embedded
    @AttributeOverride(name = "value", column = @Column(name = "current_item_id"))
    private @Nullable AgendaItemId currentItem;

    /** Whether nobody else may follow the item before the meeting while it is decided whether the public is excluded (R11). */
    @Column(nullable = false)
    private boolean doorsClosed;

    @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true, fetch = FetchType.EAGER)
    @JoinColumn(name = "meeting_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<AgendaItem> items = new ArrayList<>();

    @Version
    private long version;

    /** For Hibernate. */
    @SuppressWarnings("NullAway.Init")
    protected Meeting() {}

    @SuppressWarnings("NullAway.Init") // the plan is taken over below
    Meeting(OrganizationId organization, MeetingPlan plan, Instant now) {
        this.id = MeetingId.next();
        this.organization = organization;
        takeOver(plan, now);
        registerEvent(new MeetingPlanned(id, organization, plan.startsAt()));
    }

    void replan(MeetingPlan plan, Instant now) {
        if (state == MeetingState.CONVENED) {
            if (!startsAt.isAfter(now)) {
                throw new Refusal("meeting.plan.already-begun");
            }
            takeOver(plan, now);
            registerEvent(new MeetingPlanChanged(id, organization, plan.startsAt(), now));
            return;
        }
        requireState(MeetingState.PLANNED, "meeting.plan.already-begun");
        takeOver(plan, now);
        registerEvent(new MeetingPlanned(id, organization, plan.startsAt()));
    }

    private void takeOver(MeetingPlan plan, Instant now) {
        if (plan.title().isEmpty()) {
            throw new Refusal("meeting.plan.title-missing");
        }
        if (!plan.startsAt().isAfter(now)) {
            throw new Refusal("meeting.plan.in-the-past");
        }
        if (plan.endsAt() != null && !plan.endsAt().isAfter(plan.startsAt())) {
            throw new Refusal("meeting.plan.ends-before-start");
        }
        if (plan.mode() != MeetingMode.DIGITAL && plan.place().isEmpty()) {
            throw new Refusal("meeting.plan.place-missing");
        }
        if (plan.mode() == MeetingMode.DIGITAL && plan.publicAccess().isEmpty()) {
            throw new Refusal("meeting.plan.public-access-missing");
        }
        title = plan.title();
        mode = plan.mode();
        startsAt = plan.startsAt();
        endsAt = plan.endsAt();
        place = plan.place();
        publicAccess = plan.publicAccess();
    }

    AgendaItemId addItem(@Nullable AgendaItemId parent, boolean isPublic, String itemTitle) {
        requireOpenAgenda();
        if (itemTitle.isBlank()) {
            throw new Refusal("meeting.agenda.title-missing");
        }
        var above = parent == null ? null : item(parent);
        var part = above == null ? isPublic : above.isPublic();
        var added = new AgendaItem(AgendaItemId.next(), parent, part, itemTitle.strip());
        var siblings = new ArrayList<>(agenda().siblings(parent, part));
        items.add(added);
        siblings.add(added);
        renumber(siblings, parent, part);
        agendaChanged();
        return added.id();
    }

    void renameItem(AgendaItemId which, String newTitle) {
        requireOpenAgenda();
        if (newTitle.isBlank()) {
            throw new Refusal("meeting.agenda.title-missing");
        }
        item(which).rename(newTitle.strip());
        agendaChanged();
    }

    void removeItem(AgendaItemId which) {
        requireOpenAgenda();
        var removed = item(which);
        var gone = items.stream().filter(it -> agenda().isWithin(it, which)).toList();
        gone.forEach(it -> leaveOthersTogether(it.id()));
        items.removeAll(gone);
        renumber(agenda().siblings(removed.parent(), removed.isPublic()), removed.parent(), removed.isPublic());
        agendaChanged();
    }

    /**
     * Moves an item with everything below it.
     *
     * @param parent the item under which it goes; none for the top
     * @param isPublic part of the agenda; below another item it is that item's part
     * @param at place among its new siblings, counted from 0; the end if larger
     * @param fitForPublic refuses an item that must not come before the public
     */
    void moveItem(
            AgendaItemId which,
            @Nullable AgendaItemId parent,
            boolean isPublic,
            int at,
            Consumer<AgendaItemId> fitForPublic) {
        requireOpenAgenda();
        var moved = item(which);
        var above = parent == null ? null : item(parent);
        if (above != null && agenda().isWithin(above, which)) {
            throw new Refusal("meeting.agenda.not-under-itself");
        }
        var part = above == null ? isPublic : above.isPublic();
        if (part && !moved.isPublic()) {
            items.stream().filter(it -> agenda().isWithin(it, which)).forEach(it -> fitForPublic.accept(it.id()));
        }
        var left = new ArrayList<>(agenda().siblings(moved.parent(), moved.isPublic()));
        left.remove(moved);
        renumber(left, moved.parent(), moved.isPublic());
        var joined = new ArrayList<>(agenda().siblings(parent, part));
        joined.remove(moved);
        joined.add(Math.clamp(at, 0, joined.size()), moved);
        renumber(joined, parent, part);
        takeBelowAlong(moved);
        separateWhatIsApart();
        agendaChanged();
    }

    void planTime(AgendaItemId which, @Nullable Integer minutes) {
        requireOpenAgenda();
        item(which).planMinutes(minutes);
        agendaChanged();
    }

    /** The item is deliberated together with the one before it, and with those that are with that one. */
    void joinItem(AgendaItemId which) {
        requireOpenAgenda();
        var joined = item(which);
        if (joined.position() == 0) {
            throw new Refusal("meeting.agenda.nothing-to-join");
        }
        var before = agenda().siblings(joined.parent(), joined.isPublic()).get(joined.position() - 1);
        var leading = Objects.requireNonNullElse(before.jointWith(), before.id());
        items.stream().filter(it -> which.equals(it.jointWith())).forEach(it -> it.joinWith(leading));
        joined.joinWith(leading);
        agendaChanged();
    }

    /** The item is deliberated alone again; those that were with it stay together. */
    void separateItem(AgendaItemId which) {
        requireOpenAgenda();
        item(which).joinWith(null);
        leaveOthersTogether(which);
        agendaChanged();
    }

    private void leaveOthersTogether(AgendaItemId gone) {
        var left = items.stream().filter(it -> gone.equals(it.jointWith())).toList();
        for (var item : left) {
            item.joinWith(item.equals(left.getFirst()) ? null : left.getFirst().id());
        }
    }

    /** What was left behind in another part, or below another item, is no longer deliberated together. */
    private void separateWhatIsApart() {
        for (var item : items) {
            var leading = agenda().find(item.jointWith());
            if (item.jointWith() != null
                    && (leading == null
                            || leading.isPublic() != item.isPublic()
                            || !Objects.equals(leading.parent(), item.parent()))) {
                item.joinWith(null);
            }
        }
    }

    private void takeBelowAlong(AgendaItem above) {
        for (var below : agenda().children(above.id())) {
            below.stand(above.id(), above.isPublic(), below.position());
            takeBelowAlong(below);
        }
    }

    private static void renumber(List<AgendaItem> siblings, @Nullable AgendaItemId parent, boolean isPublic) {
        for (var place = 0; place < siblings.size(); place++) {
            siblings.get(place).stand(parent, isPublic, place);
        }
    }

    /** @param again none for a first invitation */
    void convene(boolean inUrgency, @Nullable SecondCall again, List<PersonId> invited, Instant at) {
        if (items.isEmpty()) {
            throw new Refusal("meeting.invitation.agenda-missing");
        }
        if (!startsAt.isAfter(at)) {
            throw new Refusal("meeting.plan.in-the-past");
        }
        moveTo(MeetingState.CONVENED);
        convenedAt = at;
        urgent = inUrgency;
        if (again != null) {
            secondNotice = true;
            repeats = again.earlier();
            again.items().forEach(it -> item(it).callAgain());
        }
        registerEvent(new MeetingConvened(id, organization, invited, inUrgency, at));
    }

    void inviteLater(List<PersonId> invited, Instant at) {
        if (state != MeetingState.CONVENED && !state.isRunning()) {
            throw new Refusal("meeting.invitation.not-convened");
        }
        registerEvent(new MembersInvitedLater(id, organization, invited, at));
    }

    void cancel(String reason, Instant at) {
        if (reason.isBlank()) {
            throw new Refusal("meeting.cancel.reason-missing");
        }
        moveTo(MeetingState.CANCELLED);
        cancelledReason = reason.strip();
        registerEvent(new MeetingCancelled(id, organization, reason.strip(), at));
    }

    void open(PersonId chair, ZoneId zone, Instant at) {
        if (at.isBefore(startsAt.minus(EARLIEST_OPENING))) {
            throw new Refusal("meeting.open.too-early", startsAt.atZone(zone));
        }
        moveTo(MeetingState.OPEN);
        openedAt = at;
        conductedBy = chair;
        registerEvent(new MeetingOpened(id, organization, chair, at));
    }

    void handOver(PersonId chair, Instant at) {
        requireRunning();
        var before = conductedBy;
        if (before != null && !before.equals(chair)) {
            conductedBy = chair;
            registerEvent(new ChairHandedOver(id, before, chair, at));
        }
    }

    void interrupt(Instant at) {
        moveTo(MeetingState.INTERRUPTED);
        registerEvent(new MeetingInterrupted(id, at));
    }

    void resume(Instant at) {
        requireState(MeetingState.INTERRUPTED, "meeting.conduct.not-interrupted");
        moveTo(MeetingState.OPEN);
        registerEvent(new MeetingResumed(id, at));
    }

    void callItem(AgendaItemId which, Instant at) {
        requireState(MeetingState.OPEN, "meeting.conduct.not-open");
        var next = item(which);
        if (next.state() == ItemState.CALLED) {
            return;
        }
        finishCurrentItem(at);
        next.call(at);
        currentItem = which;
        registerEvent(new ItemCalled(id, which, next.isPublic(), at));
    }

    void finishItem(AgendaItemId which, Instant at) {
        requireState(MeetingState.OPEN, "meeting.conduct.not-open");
        if (which.equals(currentItem)) {
            finishCurrentItem(at);
        }
    }

    /**
     * The rest of the agenda keeps its numbers: they have been announced.
     *
     * @param reason why, as the meeting found
     */
    void excludePublic(AgendaItemId which, String reason, Instant at) {
        requireState(MeetingState.OPEN, "meeting.conduct.not-open");
        if (reason.isBlank()) {
            throw new Refusal("meeting.exclusion.reason-missing");
        }
        var excluded = item(which);
        if (!excluded.isPublic()) {
            return;
        }
        if (excluded.state() == ItemState.DONE) {
            throw new Refusal("meeting.exclusion.item-done");
        }
        items.stream()
                .filter(it -> agenda().isWithin(it, which) && it.state() == ItemState.DONE)
                .findFirst()
                .ifPresent(it -> {
                    throw new Refusal("meeting.exclusion.below-done", it.title());
                });
        if (!doorsClosed || !which.equals(currentItem)) {
            throw new Refusal("meeting.exclusion.doors-open");
        }
        var last = agenda().siblings(null, false).stream()
                .mapToInt(AgendaItem::position)
                .max()
                .orElse(-1);
        excluded.stand(null, false, last + 1);
        excluded.excludePublic(reason.strip());
        doorsClosed = false; // the item itself is not public from now on
        takeBelowAlong(excluded);
        leaveOthersTogether(which);
        separateWhatIsApart();
        registerEvent(new PublicExcluded(id, which, reason.strip(), at));
    }

    /**
     * An item is taken up before another one of the same part. Numbers stay: they have been announced.
     *
     * @param next the item before which it is taken up; the end if there is none
     */
    void takeUpBefore(AgendaItemId which, @Nullable AgendaItemId next, Instant at) {
        requireRunning();
        var moved = pending(which);
        var siblings = new ArrayList<>(agenda().siblings(moved.parent(), moved.isPublic()));
        siblings.remove(moved);
        var place = next == null ? siblings.size() : siblings.indexOf(pending(next));
        if (place < 0) {
            throw new Refusal("meeting.order.other-part");
        }
        siblings.add(place, moved);
        for (var turn = 0; turn < siblings.size(); turn++) {
            siblings.get(turn).takeUpAt(turn);
        }
        registerEvent(new AgendaReordered(id, which, at));
    }

    /** Two items of the same part are deliberated together from now on. */
    void deliberateWith(AgendaItemId which, AgendaItemId other, Instant at) {
        requireRunning();
        var joined = notDone(which);
        var with = notDone(other);
        if (which.equals(other)
                || joined.isPublic() != with.isPublic()
                || !Objects.equals(joined.parent(), with.parent())) {
            throw new Refusal("meeting.order.other-part");
        }
        var leading = Objects.requireNonNullElse(with.jointWith(), with.id());
        if (leading.equals(which)) {
            return;
        }
        items.stream().filter(it -> which.equals(it.jointWith())).forEach(it -> it.joinWith(leading));
        joined.joinWith(leading);
        registerEvent(new AgendaReordered(id, which, at));
    }

    /** An item is deliberated alone again. */
    void deliberateAlone(AgendaItemId which, Instant at) {
        requireRunning();
        notDone(which).joinWith(null);
        leaveOthersTogether(which);
        registerEvent(new AgendaReordered(id, which, at));
    }

    private AgendaItem pending(AgendaItemId which) {
        var found = item(which);
        if (found.state() != ItemState.PENDING) {
            throw new Refusal("meeting.order.begun", found.title());
        }
        return found;
    }

    private AgendaItem notDone(AgendaItemId which) {
        var found = item(which);
        if (found.state() == ItemState.DONE) {
            throw new Refusal("meeting.order.done", found.title());
        }
        return found;
    }

    /** Whether the public is excluded from the item before the meeting is deliberated without the public (R11). */
    void closeDoors(Instant at) {
        requireState(MeetingState.OPEN, "meeting.conduct.not-open");
        if (currentItem == null) {
            throw new Refusal("meeting.doors.no-item");
        }
        if (!item(currentItem).isPublic()) {
            throw new Refusal("meeting.doors.not-public-anyway");
        }
        if (!doorsClosed) {
            doorsClosed = true;
            registerEvent(new DoorsClosed(id, currentItem, at));
        }
    }

    /** The public is let in again. */
    void openDoors(Instant at) {
        requireRunning();
        if (doorsClosed && currentItem != null) {
            doorsClosed = false;
            registerEvent(new DoorsOpened(id, currentItem, at));
        }
    }

    private void finishCurrentItem(Instant at) {
        if (currentItem != null) {
            openDoors(at);
            item(currentItem).finish(at);
            registerEvent(new ItemFinished(id, currentItem, at));
            currentItem = null;
        }
    }

    void close(Instant at) {
        finishCurrentItem(at);
        moveTo(MeetingState.CLOSED);
        closedAt = openedAt != null && openedAt.isAfter(at) ? openedAt : at; // a clock can be set back
        registerEvent(new MeetingClosed(id, organization, at));
    }

    /** @throws Refusal if somebody changed the meeting since the sender of a command saw it */
    void requireRevision(long seen) {
        if (seen != version) {
            throw new Refusal("meeting.conduct.changed-meanwhile");
        }
    }

    private void agendaChanged() {
        registerEvent(new AgendaChanged(id));
    }

    private void requireOpenAgenda() {
        if (!state.hasOpenAgenda()) {
            throw new Refusal("meeting.agenda.already-begun");
        }
    }

    private void requireRunning() {
        if (!state.isRunning()) {
            throw new Refusal("meeting.conduct.not-open");
        }
    }

    private void requireState(MeetingState needed, String key) {
        if (state != needed) {
            throw new Refusal(key);
        }
    }

    private void moveTo(MeetingState next) {
        if (!state.leadsTo(next)) {
            throw new Refusal("meeting.conduct.not-from-" + state.name().toLowerCase(java.util.Locale.ROOT));
        }
        state = next;
    }

    private AgendaItem item(AgendaItemId which) {
        var found = agenda().find(which);
        if (found == null) {
            throw new NoSuchElementException("agenda item " + which + " in meeting " + id);
        }
        return found;
    }

    boolean has(AgendaItemId item) {
        return items.stream().anyMatch(it -> it.id().equals(item));
    }

    Agenda agenda() {
        return new Agenda(items);
    }

    MeetingId id() {
        return id;
    }

    OrganizationId organization() {
        return organization;
    }

    @Nullable
    Instant endsAt() {
        return endsAt;
    }

    String place() {
        return place;
    }

    MeetingState state() {
        return state;
    }

    Instant startsAt() {
        return startsAt;
    }

    boolean isUrgent() {
        return urgent;
    }

    @Nullable
    MeetingId repeats() {
        return repeats;
    }

    @Nullable
    Instant convenedAt() {
        return convenedAt;
    }

    @Nullable
    PersonId conductedBy() {
        return conductedBy;
    }

    MeetingSummary summary(String organizationName, ZoneId zone) {
        return new MeetingSummary(
                id,
                organization,
                organizationName,
                title,
                mode,
                zone,
                startsAt,
                endsAt,
                place,
                publicAccess,
                state,
                urgent,
                secondNotice,
                convenedAt,
                openedAt,
                closedAt,
                cancelledReason,
                conductedBy,
                currentItem,
                doorsClosed,
                version);
    }
}
