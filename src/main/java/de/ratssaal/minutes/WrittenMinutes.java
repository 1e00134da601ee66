package de.ratssaal.minutes;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;

/**
 * Minutes in words, ready to be set.
 *
 * @param language in which they are written
 * @param title what they are, such as {@code Niederschrift}
 * @param subtitle of which meeting
 * @param remark which version this is
 * @param documentTitle title, meeting and day in one line
 * @param foot which meeting in few words, for every page
 * @param pageNumber sentence with the page's number and how many there are, such as {@code Seite {0} von {1}}
 */
public record WrittenMinutes(
        Locale language,
        String title,
        String subtitle,
        String remark,
        String documentTitle,
        String foot,
        String pageNumber,
        List<SheetPart> parts) {

    public WrittenMinutes {
        parts = List.copyOf(parts);
    }

    /** What stands at the foot of a page. */
    public String pageOf(int page, int total) {
        return MessageFormat.format(pageNumber, page, total);
    }
}
