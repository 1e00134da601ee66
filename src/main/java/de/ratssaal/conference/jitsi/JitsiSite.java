package de.ratssaal.conference.jitsi;

import de.ratssaal.identity.EmbeddedSite;
import org.springframework.stereotype.Component;

/** Pages of meetings show Jitsi within them. */
@Component
class JitsiSite implements EmbeddedSite {

    private final JitsiSettings settings;

    JitsiSite(JitsiSettings settings) {
        this.settings = settings;
    }

    @Override
    public String origin() {
        return settings.isSetUp() ? settings.address() : "";
    }
}
