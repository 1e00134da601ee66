package de.ratssaal.meeting;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.base.Refusal;
import de.ratssaal.identity.Access;
import de.ratssaal.identity.OrganizationId;
import de.ratssaal.identity.Role;
import de.ratssaal.meeting.StandingItem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands on every agenda of an organization: opening, residents' questions, last minutes, miscellaneous. */
@Service
@Transactional
public class StandingItems {

    /** More than this is no agenda but a programme. */
    public static final int MOST_ITEMS = 40;

    /** As long as an organization has none of its own. The agenda speaks the city's language, which is German. */
    private static final List<StandingItem> USUAL = List.of(
            new StandingItem(Place.BEFORE, true, "Eröffnung und Feststellung der Beschlussfähigkeit", 5),
            new StandingItem(Place.BEFORE, true, "Feststellung der Tagesordnung", 5),
            new StandingItem(Place.BEFORE, true, "Fragen von Einwohnerinnen und Einwohnern", 30),
            new StandingItem(Place.BEFORE, true, "Genehmigung der Niederschrift der letzten Sitzung", 5),
            new StandingItem(Place.AFTER, true, "Verschiedenes", 10));

    private final MeetingRepository meetings;
    private final JdbcClient database;
    private final ApplicationEventPublisher events;
    private final ChangeNotices notices;
    private final Access access;

    StandingItems(
            MeetingRepository meetings,
            JdbcClient database,
            ApplicationEventPublisher events,
            ChangeNotices notices,
            Access access) {
        this.meetings = meetings;
        this.database = database;
        this.events = events;
        this.notices = notices;
        this.access = access;
    }

    /** In the order of the agenda. */
    @Transactional(readOnly = true)
    public List<StandingItem> of(OrganizationId organization) {
        access.require(organization, Role.SECRETARIAT, Role.CHAIR, Role.DEPUTY_CHAIR);
        return read(organization);
    }

    private List<StandingItem> read(OrganizationId organization) {
        var own = database.sql("""
                        select place, is_public, title, planned_minutes from meeting_standing_item
                        where organization_id = ? order by position
                        """)
                .param(organization.value())
                .query((row, number) -> new StandingItem(
                        Place.valueOf(row.getString("place")),
                        row.getBoolean("is_public"),
                        row.getString("title"),
                        row.getObject("planned_minutes", Integer.class)))
                .list();
        return own.isEmpty() ? USUAL : own;
    }

    /** These from now on; agendas that are there already stay as they are. None means: the usual ones. */
    public void change(OrganizationId organization, List<StandingItem> items) {
        access.require(organization, Role.SECRETARIAT);
        if (items.size() > MOST_ITEMS) {
            throw new Refusal("meeting.standing.too-many", MOST_ITEMS);
        }
        database.sql("delete from meeting_standing_item where organization_id = ?")
                .param(organization.value())
                .update();
        for (var position = 0; position < items.size(); position++) {
            var item = items.get(position);
            database.sql("""
                            insert into meeting_standing_item (organization_id, position, place, is_public, title,
                                planned_minutes)
                            values (:organization, :position, :place, :isPublic, :title, :minutes)
                            """)
                    .param("organization", organization.value())
                    .param("position", position)
                    .param("place", item.place().name())
                    .param("isPublic", item.isPublic())
                    .param("title", item.title())
                    .param("minutes", item.plannedMinutes())
                    .update();
        }
        events.publishEvent(new StandingItemsChanged(organization, items.size()));
    }

    /**
     * Puts the standing items on an agenda that is being prepared: those before what is to be deliberated at the head, the
     * others at the end. One whose title is there already is left alone, so that doing it twice changes nothing.
     */
    public void putOn(MeetingId id) {
        var meeting = meetings.findForAct(id).orElseThrow(() -> new NoSuchElementException("meeting " + id));
        access.require(meeting.organization(), Role.SECRETARIAT);
        var standing = new ArrayList<>(read(meeting.organization()));
        standing.removeIf(it -> isOn(meeting, it));
        for (var isPublic : List.of(true, false)) {
            var head = 0;
            for (var item : standing) {
                if (item.isPublic() == isPublic) {
                    var added = meeting.addItem(null, isPublic, item.title());
                    meeting.planTime(added, item.plannedMinutes());
                    if (item.place() == Place.BEFORE) {
                        meeting.moveItem(added, null, isPublic, head++, moved -> {});
                    }
                }
            }
        }
        meetings.save(meeting);
        notices.changed(ChangeNotices.meeting(id.value()));
    }

    private static boolean isOn(Meeting meeting, StandingItem item) {
        return meeting.agenda().siblings(null, item.isPublic()).stream()
                .anyMatch(it -> it.title().equals(item.title()));
    }

    /** How many items at the end of a part of the agenda are there to close it. For who puts something before them. */
    @Transactional(readOnly = true)
    public int closing(MeetingId id, boolean isPublic) {
        var meeting = meetings.findById(id).orElseThrow(() -> new NoSuchElementException("meeting " + id));
        access.require(meeting.organization(), Role.SECRETARIAT);
        var titles = read(meeting.organization()).stream()
                .filter(it -> it.place() == Place.AFTER && it.isPublic() == isPublic)
                .map(StandingItem::title)
                .toList();
        var closing = 0;
        for (var item : meeting.agenda().siblings(null, isPublic).reversed()) {
            if (!titles.contains(item.title())) {
                break;
            }
            closing++;
        }
        return closing;
    }
}
