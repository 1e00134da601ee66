package de.ratssaal.display;

import de.ratssaal.meeting.MeetingId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of screens and of the check-in, below {@code /app}. */
public final class DisplayLinks {

    private DisplayLinks() {}

    /** A screen, full of it. */
    public static String screen(MeetingId meeting, ScreenId screen) {
        var path = "display/" + meeting;
        return screen.equals(ScreenId.mainOf(meeting)) ? path : path + "/" + screen;
    }

    /** Where a member enters themselves. */
    public static String checkIn(MeetingId meeting) {
        return "meetings/checkin/" + meeting;
    }

    /** The same with the code, as a telephone reads it from the screen. */
    public static String checkIn(MeetingId meeting, String code) {
        return checkIn(meeting) + "?code=" + URLEncoder.encode(code, StandardCharsets.UTF_8);
    }
}
