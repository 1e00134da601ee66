package de.ratssaal.identity.mail;

import de.ratssaal.identity.AccountLetter;
import de.ratssaal.identity.AccountMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** There is no mail server. */
class NoMail implements AccountMail {

    private static final Logger LOG = LoggerFactory.getLogger(NoMail.class);

    @Override
    public boolean isPossible() {
        return false;
    }

    @Override
    public void send(AccountLetter letter) {
        LOG.warn(
                "A mail about an account was not sent ({}): there is no mail server (spring.mail.host)", letter.kind());
    }
}
