package de.ratssaal.conference;

import de.ratssaal.identity.PersonId;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * From browser to browser, without anything to install. Browsers find each other over our own lines, which follow the database:
 * who has no line there is in no room, so nothing has to be told.
 */
@Component
class EmbeddedProvider implements ConferenceProvider {

    static final String NAME = "EMBEDDED";

    /** Each sends their picture to each other: more of them is more than a household's line carries. */
    private static final int MOST_PICTURES = 4;

    private final ConferenceSettings settings;

    EmbeddedProvider(ConferenceSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isSetUp() {
        return true;
    }

    @Override
    public int mostPictures(Room room) {
        return MOST_PICTURES;
    }

    @Override
    public Map<String, Object> entry(Room room, PersonId person, String personName, String ticket) {
        return Map.of("provider", NAME, "ticket", ticket, "iceServers", settings.forBrowsers());
    }

    @Override
    public void closing(Room room) {}

    @Override
    public void puttingOut(Room room, PersonId person) {}

    @Override
    public void hearing(Room room, Set<PersonId> heard) {}
}
