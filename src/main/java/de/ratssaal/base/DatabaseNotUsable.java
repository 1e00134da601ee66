package de.ratssaal.base;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** The PostgreSQL that was given does not let us in. Names the server, never the password. */
class DatabaseNotUsable extends StartRefused {

    private static final long serialVersionUID = 1;
    private static final Pattern SERVER = Pattern.compile("^jdbc:postgresql:(?://)?(?:[^@/?]*@)?([^?]*)");

    DatabaseNotUsable(String url, String user, SQLException reason) {
        super(problem(server(url), reason), remedy(server(url), user, reason));
    }

    /** Host, port and database of a JDBC address, without parameters, as they may hold a password. */
    static String server(String url) {
        var found = SERVER.matcher(url);
        return found.find() ? found.group(1) : "(not an address of PostgreSQL)";
    }

    private static String problem(String server, SQLException reason) {
        return switch (kind(reason)) {
            case "28" -> "The database server of %s refused the login.".formatted(server);
            case "3D" -> "The database server answers, but has no database of this name: %s.".formatted(server);
            default -> "The database %s cannot be reached.".formatted(server);
        };
    }

    private static String remedy(String server, String user, SQLException reason) {
        return switch (kind(reason)) {
            case "28" ->
                "Check RATSSAAL_DB_USER (now \"%s\") and RATSSAAL_DB_PASSWORD, and the server's pg_hba.conf."
                        .formatted(user);
            case "3D" -> "Create it with: createdb --owner=%s NAME, or correct RATSSAAL_DB_URL.".formatted(user);
            default ->
                "Check that PostgreSQL runs there, that host and port in RATSSAAL_DB_URL are right and that no firewall"
                        + " is in between. Without RATSSAAL_DB_URL the application starts a database of its own.";
        };
    }

    /** Class of the SQL state: 08 connection, 28 authorization, 3D catalogue name. */
    private static String kind(SQLException reason) {
        var state = reason.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}
