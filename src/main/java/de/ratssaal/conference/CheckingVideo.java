package de.ratssaal.conference;

import de.ratssaal.identity.Access;
import de.ratssaal.identity.Role;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Whether what the video conference needs works, for administrators. */
@Service
public class CheckingVideo {

    private final List<Checkup> checkups;
    private final ConferenceSettings settings;
    private final Access access;

    CheckingVideo(List<Checkup> checkups, ConferenceSettings settings, Access access) {
        this.checkups = List.copyOf(checkups);
        this.settings = settings;
        this.access = access;
    }

    /** Looks at everything that is set up; takes some seconds if something does not answer. */
    public List<Check> look() {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return checkups.stream().flatMap(it -> it.checks().stream()).toList();
    }

    /** The operator's STUN and TURN servers, as browsers want them. */
    public List<Map<String, Object>> iceServers() {
        access.requireAnywhere(Role.ADMINISTRATOR);
        return settings.forBrowsers();
    }
}
