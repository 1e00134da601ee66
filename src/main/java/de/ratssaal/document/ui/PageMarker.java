package de.ratssaal.document.ui;

import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.shared.Registration;
import de.ratssaal.document.PageSize;
import de.ratssaal.document.RedactionArea;
import java.util.List;
import java.util.Map;

/** A page as a picture, in which rectangles are drawn: by mouse, by finger, or by keyboard. */
@Tag("rs-page-marker")
class PageMarker extends Component implements HasStyle {

    private int page = 1;

    /** Somebody drew a rectangle. */
    @DomEvent("area-mark")
    public static class AreaMarkEvent extends ComponentEvent<PageMarker> {

        private static final long serialVersionUID = 1;

        private final transient RedactionArea area;

        public AreaMarkEvent(
                PageMarker source,
                boolean fromClient,
                @EventData("event.detail.x") double x,
                @EventData("event.detail.y") double y,
                @EventData("event.detail.width") double width,
                @EventData("event.detail.height") double height) {
            super(source, fromClient);
            this.area = new RedactionArea(source.page, (float) x, (float) y, (float) width, (float) height);
        }

        RedactionArea area() {
            return area;
        }
    }

    Registration addAreaMarkListener(ComponentEventListener<AreaMarkEvent> listener) {
        return addListener(AreaMarkEvent.class, listener);
    }

    /** @param number counted from 1 */
    void show(int number, PageSize size, DownloadHandler picture) {
        page = number;
        getElement().setProperty("pageWidth", size.width());
        getElement().setProperty("pageHeight", size.height());
        getElement().setAttribute("picture", picture);
        getElement().setProperty("label", getTranslation("document.redact.page-label", number));
    }

    /** @param areas of all pages; those of this one are shown */
    void mark(List<RedactionArea> areas) {
        getElement()
                .setPropertyList(
                        "boxes",
                        areas.stream()
                                .filter(it -> it.page() == page)
                                .map(it -> Map.of("x", it.x(), "y", it.y(), "width", it.width(), "height", it.height()))
                                .toList());
    }

    @Override
    protected void onAttach(AttachEvent event) {
        super.onAttach(event);
        getElement().setProperty("hint", getTranslation("document.redact.hint"));
        getElement().setProperty("placeText", getTranslation("document.redact.place", "{0}", "{1}", "{2}", "{3}"));
    }
}
