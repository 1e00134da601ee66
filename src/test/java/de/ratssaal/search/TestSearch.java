package de.ratssaal.search;

import org.springframework.context.ApplicationContext;

/** Reading what waits to be searchable, for tests: they wait for nobody. */
public final class TestSearch {

    private TestSearch() {}

    public static void follow(ApplicationContext context) {
        context.getBean(IndexWork.class).work();
    }
}
