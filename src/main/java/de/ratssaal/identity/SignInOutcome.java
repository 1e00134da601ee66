package de.ratssaal.identity;

import java.time.Duration;

/** What came of an attempt to sign in. */
public sealed interface SignInOutcome {

    /** Signed in. */
    record Complete(OpenedSession session) implements SignInOutcome {}

    /** The name or the password is wrong; which of them is never said. */
    record Wrong() implements SignInOutcome {}

    /** There were too many failures. The same for a login that does not exist. */
    record Locked(Duration remaining) implements SignInOutcome {}
}
