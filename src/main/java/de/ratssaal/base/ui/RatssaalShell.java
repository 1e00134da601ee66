package de.ratssaal.base.ui;

import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.component.page.Push;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.lumo.Lumo;

/** The page around the members' application: styles, push by WebSocket with long polling where that is not possible. */
@Push
@StyleSheet(Lumo.STYLESHEET)
@StyleSheet("context://assets/styles.css")
public class RatssaalShell implements AppShellConfigurator {

    private static final long serialVersionUID = 1;

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.setPageTitle("Ratssaal");
        settings.addMetaTag("theme-color", "#0d3b48");
        settings.addLink("icon", "../assets/mark.svg");
    }
}
