package de.ratssaal.identity;

import de.ratssaal.base.Refusal;

/** More people sign in at this moment than the server can check; in a minute it can. */
class TooManySignIns extends Refusal {

    private static final long serialVersionUID = 1;

    TooManySignIns(Throwable cause) {
        super("identity.sign-in.too-many");
        initCause(cause);
    }
}
