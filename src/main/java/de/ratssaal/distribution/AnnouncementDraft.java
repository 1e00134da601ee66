package de.ratssaal.distribution;

import de.ratssaal.base.LegalSource;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would be announced now, with what was announced.
 *
 * @param latestDay by which the public has to know
 * @param source paragraph that says so
 * @param isInTime whether the latest announcement was in time, or the next would be if there is none
 * @param differs whether what would be announced now is not what was announced
 * @param published the latest first
 */
public record AnnouncementDraft(
        OfficialLetter letter,
        LocalDate latestDay,
        @Nullable LegalSource source,
        boolean isInTime,
        boolean differs,
        List<Announcement> published) {

    public AnnouncementDraft {
        published = List.copyOf(published);
    }
}
