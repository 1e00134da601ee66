package de.ratssaal.paper;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What something costs or brings in, in the words of whoever wrote it, such as {@code 12.500 €}; each may be empty.
 *
 * @param once costs that arise once
 * @param yearly costs that arise each year
 * @param funded what others pay of them
 * @param budgetLine where the money stands in the budget
 */
public record Costs(String once, String yearly, String funded, String budgetLine) {

    public static final Costs NONE = new Costs("", "", "", "");

    @JsonIgnore
    public boolean isEmpty() {
        return equals(NONE);
    }
}
