package de.ratssaal.base.ui;

import com.vaadin.flow.component.Component;

/** Something in the frame above every view, for who is signed in. Implemented, as a bean, by the module that has it. */
public interface FrameField {

    /** A new one, for a frame that is opened. */
    Component make();
}
