package de.ratssaal.display;

import de.ratssaal.meeting.AgendaItemId;
import de.ratssaal.meeting.MeetingId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of screens. The one that every meeting has has no row before something else is shown on it. */
@Component
class ScreenRows {

    private final JdbcClient database;

    ScreenRows(JdbcClient database) {
        this.database = database;
    }

    /** In the order in which they were added, the one that every meeting has first. */
    List<Screen> of(MeetingId meeting) {
        var kept = database.sql("select * from display_screen where meeting_id = ? order by name <> '', added_at, id")
                .param(meeting.value())
                .query((row, number) -> screen(row))
                .list();
        if (kept.stream().anyMatch(Screen::isMain)) {
            return kept;
        }
        var all = new ArrayList<Screen>();
        all.add(new Screen(ScreenId.mainOf(meeting), "", Showing.AUTOMATIC, false, null));
        all.addAll(kept);
        return all;
    }

    Optional<Screen> find(MeetingId meeting, ScreenId id) {
        return of(meeting).stream().filter(it -> it.id().equals(id)).findFirst();
    }

    void keep(MeetingId meeting, Screen screen, Instant now) {
        var showing = screen.showing();
        database.sql("""
                        insert into display_screen
                            (id, meeting_id, name, content, message, until, is_inside, written_during, added_at)
                        values (:id, :meeting, :name, :content, :message, :until, :inside, :during, :now)
                        on conflict (meeting_id, id) do update
                            set content = excluded.content, message = excluded.message, until = excluded.until,
                                is_inside = excluded.is_inside, written_during = excluded.written_during
                        """)
                .param("id", screen.id().value())
                .param("meeting", meeting.value())
                .param("name", screen.name())
                .param("content", showing.content().name())
                .param("message", showing.message().isEmpty() ? null : showing.message())
                .param("until", utc(showing.until()))
                .param("inside", screen.isInside())
                .param(
                        "during",
                        screen.writtenDuring() == null
                                ? null
                                : screen.writtenDuring().value())
                .param("now", utc(now))
                .update();
    }

    boolean remove(MeetingId meeting, ScreenId id) {
        return database.sql("delete from display_screen where meeting_id = ? and id = ?")
                        .params(meeting.value(), id.value())
                        .update()
                == 1;
    }

    private static Screen screen(ResultSet row) throws SQLException {
        var message = row.getString("message");
        var until = row.getObject("until", OffsetDateTime.class);
        var during = row.getObject("written_during", UUID.class);
        return new Screen(
                new ScreenId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new Showing(
                        ScreenContent.valueOf(row.getString("content")),
                        message == null ? "" : message,
                        until == null ? null : until.toInstant()),
                row.getBoolean("is_inside"),
                during == null ? null : new AgendaItemId(during));
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }
}
