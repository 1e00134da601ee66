package de.ratssaal.organization;

import de.ratssaal.base.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.util.Comparator;
import java.util.Locale;

/**
 * The name of a person.
 *
 * @param title academic titles as written before the name, such as {@code Prof. Dr.}; empty if there is none
 * @param given given names
 * @param family family name with whatever belongs to it, such as {@code von der Aue}
 */
public record PersonName(String title, String given, String family) {

    public PersonName {
        title = title.strip();
        given = given.strip();
        family = family.strip();
        if (given.isEmpty() || family.isEmpty()) {
            throw new Refusal("organization.person.name-missing");
        }
    }

    /** As shown: {@code Dr. Karla Wendt}. */
    public String shown() {
        return (title.isEmpty() ? "" : title + " ") + given + " " + family;
    }

    /** As sorted: {@code Wendt, Karla}. */
    public String sorted() {
        return family + ", " + given;
    }

    /** In the order of a German directory. */
    public static Comparator<PersonName> alphabetically() {
        var letters = Collator.getInstance(Locale.GERMAN);
        return Comparator.comparing(PersonName::family, letters).thenComparing(PersonName::given, letters);
    }

    static PersonName read(ResultSet row) throws SQLException {
        return new PersonName(row.getString("title"), row.getString("given_name"), row.getString("family_name"));
    }
}
