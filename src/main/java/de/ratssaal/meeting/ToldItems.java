package de.ratssaal.meeting;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import de.ratssaal.organization.Councils;
import de.ratssaal.rules.InvitationPeriod;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.NoSuchElementException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Of which items the invited were told in time (R1): on others the organization decides only if it may (R3). */
@Service
@Transactional
public class ToldItems {

    private final MeetingRepository meetings;
    private final Councils councils;
    private final JdbcClient database;
    private final Access access;
    private final Clock clock;

    ToldItems(MeetingRepository meetings, Councils councils, JdbcClient database, Access access, Clock clock) {
        this.meetings = meetings;
        this.councils = councils;
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /** The invitation goes out, or goes out anew: it names everything that is on the agenda. */
    void invited(MeetingId id) {
        database.sql("""
                        insert into meeting_told_item (item_id, meeting_id)
                        select id, meeting_id from meeting_agenda_item where meeting_id = ?
                        on conflict (item_id) do update set told_at = null
                        """).param(id.value()).update();
    }

    /** A supplement tells of everything that was added. For those who convene the meeting. */
    public void supplemented(MeetingId id) {
        access.require(find(id).organization(), Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        database.sql("""
                        insert into meeting_told_item (item_id, meeting_id, told_at)
                        select id, meeting_id, ? from meeting_agenda_item where meeting_id = ?
                        on conflict do nothing
                        """)
                .params(clock.instant().atOffset(ZoneOffset.UTC), id.value())
                .update();
    }

    /** Whether the invited were told of an item too late, or not at all. Public knowledge of those who may see the meeting. */
    @Transactional(readOnly = true)
    public boolean isLate(MeetingId id, AgendaItemId item) {
        if (!access.isSystem()) {
            access.require();
        }
        var meeting = find(id);
        var zone = councils.body(councils.organization(meeting.organization()).body())
                .zone();
        var day = meeting.startsAt().atZone(zone).toLocalDate();
        var rule = councils.rules(meeting.organization(), day).invitation();
        return database.sql("""
                        select i.item_id is not null as told, i.told_at
                        from (select 1 from meeting_told_item where meeting_id = :meeting limit 1) known
                        left join meeting_told_item i on i.item_id = :item
                        """)
                .param("meeting", id.value())
                .param("item", item.value())
                .query((row, number) -> {
                    var told = row.getObject("told_at", OffsetDateTime.class);
                    return !row.getBoolean("told")
                            || told != null
                                    && !rule.isKeptBy(
                                            new InvitationPeriod(
                                                    told.atZoneSameInstant(zone).toLocalDate(), day),
                                            meeting.isUrgent());
                })
                .optional()
                .orElse(false);
    }

    private Meeting find(MeetingId id) {
        return meetings.findById(id).orElseThrow(() -> new NoSuchElementException("meeting " + id));
    }
}
