package de.ratssaal.search;

import java.util.UUID;

/** What stands beside the words of an entry, so that rights, filters and time are looked up in the same index. */
final class Labels {

    private Labels() {}

    static String audience(int id) {
        return "a" + id;
    }

    static String month(int month) {
        return "m" + month;
    }

    static String kind(SearchKind kind) {
        return "k" + kind;
    }

    static String year(int year) {
        return "y" + year;
    }

    static String organization(UUID id) {
        return "o" + id;
    }

    static String state(String state) {
        return "s" + state;
    }

    static String isPublic(boolean isPublic) {
        return isPublic ? "v1" : "v0";
    }

    static String paper(UUID id) {
        return "p" + id;
    }

    /** As it stands in a query. */
    static String query(String label) {
        return German.quoted("@" + label);
    }
}
