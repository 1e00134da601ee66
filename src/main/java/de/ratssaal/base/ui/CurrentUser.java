package de.ratssaal.base.ui;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is signed in, as the frame shows it. Implemented, as a bean, by the module that keeps accounts. */
public interface CurrentUser {

    /** The person at the browser; none before sign-in. */
    Optional<Shown> shown();

    /**
     * @param name full name
     * @param accountPath address below {@code /app} where people see to their own account; none if there is no such page
     * @param signOut ends the session, called in a request of the person's own browser
     */
    record Shown(String name, @Nullable String accountPath, Runnable signOut) {}
}
