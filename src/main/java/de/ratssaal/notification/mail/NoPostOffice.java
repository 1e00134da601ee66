package de.ratssaal.notification.mail;

import de.ratssaal.notification.Handover;
import de.ratssaal.notification.Letter;
import de.ratssaal.notification.Notice;
import de.ratssaal.notification.PostOffice;
import java.util.Optional;

/** There is no mail server: every letter fails at once, and the secretariat hands the invitations over. */
class NoPostOffice implements PostOffice {

    @Override
    public Handover hand(Letter letter) {
        return new Handover.Refused("notification.failure.no-server");
    }

    @Override
    public Handover hand(Notice notice) {
        return new Handover.Refused("notification.failure.no-server");
    }

    @Override
    public Optional<String> remark() {
        return Optional.of("notification.remark.no-server");
    }
}
