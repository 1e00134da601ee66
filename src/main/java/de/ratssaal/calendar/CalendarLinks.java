package de.ratssaal.calendar;

/** Addresses of the calendar's pages below {@code /app}, for links from other modules' views. */
public final class CalendarLinks {

    /** The meetings of a year. */
    public static final String YEAR = "calendar";

    /** Planning the meetings of a year in one step. */
    public static final String SERIES = "calendar/series";

    /** Days without meetings. */
    public static final String FREE_DAYS = "calendar/free-days";

    /** Reading the meetings in one's own calendar program. */
    public static final String FEEDS = "calendar/feeds";

    private CalendarLinks() {}
}
