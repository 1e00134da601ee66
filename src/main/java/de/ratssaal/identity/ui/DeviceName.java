package de.ratssaal.identity.ui;

import java.util.List;

/** Turns what a browser says it is into what its owner calls it. It is shown, never trusted. */
final class DeviceName {

    /** The first that is contained counts: most browsers name others too. */
    private static final List<String[]> BROWSERS = List.of(
            new String[] {"Edg/", "Edge"},
            new String[] {"OPR/", "Opera"},
            new String[] {"Firefox/", "Firefox"},
            new String[] {"Chrome/", "Chrome"},
            new String[] {"Safari/", "Safari"});

    private static final List<String[]> SYSTEMS = List.of(
            new String[] {"iPhone", "iPhone"},
            new String[] {"iPad", "iPad"},
            new String[] {"Android", "Android"},
            new String[] {"Windows", "Windows"},
            new String[] {"Mac OS X", "macOS"},
            new String[] {"Linux", "Linux"});

    private DeviceName() {}

    /** @param unknown what is shown of a browser that says nothing known */
    static String of(String userAgent, String unknown) {
        var browser = first(BROWSERS, userAgent);
        var system = first(SYSTEMS, userAgent);
        if (browser.isEmpty()) {
            return system.isEmpty() ? unknown : system;
        }
        return system.isEmpty() ? browser : browser + ", " + system;
    }

    private static String first(List<String[]> names, String userAgent) {
        return names.stream()
                .filter(it -> userAgent.contains(it[0]))
                .map(it -> it[1])
                .findFirst()
                .orElse("");
    }
}
