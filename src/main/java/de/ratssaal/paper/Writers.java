package de.ratssaal.paper;

import de.ratssaal.base.ChangeNotices;
import de.ratssaal.identity.Access;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Who has which paper open for writing, and where each is writing, on all servers together. */
@Component
public class Writers {

    private static final int LOOK_MILLIS = 15_000;
    private static final Duration GONE = Duration.ofSeconds(50);

    private final Map<UUID, PaperId> windows = new ConcurrentHashMap<>();
    private final JdbcClient database;
    private final PaperRepository papers;
    private final PaperAccess visibility;
    private final ChangeNotices notices;
    private final Access access;
    private final Clock clock;

    Writers(
            JdbcClient database,
            PaperRepository papers,
            PaperAccess visibility,
            ChangeNotices notices,
            Access access,
            Clock clock) {
        this.database = database;
        this.papers = papers;
        this.visibility = visibility;
        this.notices = notices;
        this.access = access;
        this.clock = clock;
    }

    /**
     * Somebody else who writes in the paper.
     *
     * @param place where they write, see {@link Places}; empty if nowhere in particular
     */
    public record Writer(String name, String place) {}

    /** Topic of the notices that somebody came, went or writes elsewhere. */
    public static String topic(PaperId paper) {
        return "paper/" + paper + "/writers";
    }

    /**
     * Somebody sits down at a paper, or writes elsewhere in it.
     *
     * @param window in which they write
     * @param place where; empty if nowhere in particular
     */
    public void write(PaperId paper, UUID window, String place) {
        if (papers.findById(paper).filter(visibility::mayEdit).isEmpty()) {
            throw new NoSuchElementException("paper " + paper);
        }
        windows.put(window, paper);
        database.sql("""
                        insert into paper_writer (window_id, paper_id, account_id, name, place, seen_at)
                        values (:window, :paper, :account, :name, :place, :now)
                        on conflict (window_id) do update set place = excluded.place, seen_at = excluded.seen_at
                        """)
                .param("window", window)
                .param("paper", paper.value())
                .param(
                        "account",
                        access.signedIn().map(it -> it.account().value()).orElse(null),
                        Types.OTHER)
                .param("name", visibility.name())
                .param("place", place)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        notices.changed(topic(paper));
    }

    /** Somebody gets up. */
    public void leave(UUID window) {
        var paper = windows.remove(window);
        if (paper != null) {
            database.sql("delete from paper_writer where window_id = ?")
                    .param(window)
                    .update();
            notices.changed(topic(paper));
        }
    }

    /** Others than the one in this window, for those who write in the paper. */
    public List<Writer> others(PaperId paper, UUID window) {
        if (papers.findById(paper).filter(visibility::mayEdit).isEmpty()) {
            return List.of();
        }
        return database.sql("""
                        select name, place from paper_writer
                        where paper_id = ? and window_id <> ? and seen_at > ? order by name, window_id
                        """)
                .params(paper.value(), window, Timestamp.from(clock.instant().minus(GONE)))
                .query((row, at) -> new Writer(row.getString("name"), row.getString("place")))
                .list();
    }

    @Scheduled(fixedDelay = LOOK_MILLIS)
    void stillThere() {
        if (!windows.isEmpty()) {
            var now = clock.instant();
            database.sql("update paper_writer set seen_at = ? where window_id = any(?)")
                    .params(Timestamp.from(now), windows.keySet().toArray(UUID[]::new))
                    .update();
            database.sql("delete from paper_writer where seen_at < ?")
                    .param(Timestamp.from(now.minus(GONE.multipliedBy(2))))
                    .update();
        }
    }
}
