package de.ratssaal.reader;

import de.ratssaal.identity.Access;
import de.ratssaal.meeting.MeetingId;
import de.ratssaal.meeting.MeetingState;
import de.ratssaal.meeting.MeetingSummary;
import de.ratssaal.meeting.Meetings;
import de.ratssaal.organization.Councils;
import de.ratssaal.packet.MeetingDocuments;
import de.ratssaal.packet.PacketDocuments;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What there is to read. */
@Service
@Transactional(readOnly = true)
public class MeetingReading {

    private static final Duration PAST = Duration.ofDays(60);
    private static final Duration AHEAD = Duration.ofDays(400);

    private final Meetings meetings;
    private final Councils councils;
    private final PacketDocuments documents;
    private final MarkStore store;
    private final ObjectProvider<ReportingWay> reporting;
    private final Access access;
    private final Clock clock;

    MeetingReading(
            Meetings meetings,
            Councils councils,
            PacketDocuments documents,
            MarkStore store,
            ObjectProvider<ReportingWay> reporting,
            Access access,
            Clock clock) {
        this.meetings = meetings;
        this.councils = councils;
        this.documents = documents;
        this.store = store;
        this.reporting = reporting;
        this.access = access;
        this.clock = clock;
    }

    /** Meetings of the organizations of whoever asks: those to come, next first, then those that were, latest first. */
    public List<MeetingSummary> meetings() {
        var now = clock.instant();
        var from = now.minus(PAST);
        var to = now.plus(AHEAD);
        var person = access.require().person();
        var own = person == null
                ? Stream.<MeetingSummary>empty()
                : meetings
                        .calendar(
                                councils.organizationsOf(person).stream()
                                        .map(it -> it.id())
                                        .toList(),
                                from,
                                to)
                        .stream();
        var all = Stream.concat(own, meetings.prepared(from, to).stream())
                .filter(it -> it.state() != MeetingState.CANCELLED)
                .collect(Collectors.toMap(MeetingSummary::id, it -> it, (one, same) -> one))
                .values();
        var ahead = all.stream()
                .filter(it -> it.state() != MeetingState.CLOSED)
                .sorted(Comparator.comparing(MeetingSummary::startsAt));
        var over = all.stream()
                .filter(it -> it.state() == MeetingState.CLOSED)
                .sorted(Comparator.comparing(MeetingSummary::startsAt).reversed());
        return Stream.concat(ahead, over).toList();
    }

    /** @throws NoSuchElementException if there is no such meeting for whoever asks */
    public Reading meeting(MeetingId id) {
        var who = access.require();
        var meeting = meetings.meeting(id);
        var found = documents.of(id);
        var read = Set.copyOf(store.read(
                who.account(),
                found.documents().stream().map(MeetingDocuments.Document::id).toList()));
        return new Reading(
                meeting,
                found,
                read,
                reporting
                        .orderedStream()
                        .flatMap(it -> it.of(id).stream())
                        .findFirst()
                        .orElse(null));
    }

    /** How many documents of the meeting whoever asks has not read. */
    public Count count(MeetingId id) {
        var reading = meeting(id);
        var all = reading.documents().documents();
        return new Count(
                all.size(), (int) all.stream().filter(it -> !reading.isRead(it)).count());
    }

    /** Documents of a meeting, counted. */
    public record Count(int all, int unread) {}

    /**
     * A meeting before its reader.
     *
     * @param read versions they have read, as {@link Marks#read()}
     * @param report how they report that their device does not work; none if that is nothing to them
     */
    public record Reading(
            MeetingSummary meeting, MeetingDocuments documents, Set<String> read, ReportingWay.@Nullable Way report) {

        public Reading {
            read = Set.copyOf(read);
        }

        public boolean isRead(MeetingDocuments.Document document) {
            return read.contains(document.id() + "/" + document.fingerprint());
        }
    }
}
