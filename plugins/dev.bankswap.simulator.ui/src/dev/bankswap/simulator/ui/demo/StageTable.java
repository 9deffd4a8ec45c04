/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.demo;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnLayoutData;
import org.eclipse.jface.viewers.ColumnPixelData;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.ControlListener;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableColumn;

import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.ui.SimulatorUi;
import dev.bankswap.simulator.ui.session.DemoProgress;
import dev.bankswap.simulator.ui.session.StageProgress;
import dev.bankswap.simulator.ui.session.StageState;
import dev.bankswap.ui.BankswapUi;
import dev.bankswap.ui.Icons;

/** The table of stages: how far each is, how long it took, and what shows that it happened. */
final class StageTable {

	/** About as wide as a time or the word for a state gets. */
	private static final String SAMPLE_TIME = "cancelled"; //$NON-NLS-1$

	/** Evidence gets a column only where at least so much of it fits. */
	private static final String SAMPLE_EVIDENCE = "thing bankswap-demo"; //$NON-NLS-1$

	private static final ColumnLayoutData HIDDEN = new ColumnPixelData(0, false, false);

	private final TableViewer viewer;

	private final TableColumnLayout layout = new TableColumnLayout();

	private final Map<StageState, Image> icons = new EnumMap<>(StageState.class);

	private final Consumer<String> details;

	private DemoProgress shown = DemoProgress.none();

	/** Whether the selection was made by mouse or key: GTK also selects the first row when the table gets the focus. */
	private boolean chosenByUser;

	/**
	 * Makes the table.
	 *
	 * @param parent  has nothing else in it
	 * @param details told the evidence of the selected stage, or else the newest, whenever it changes
	 */
	StageTable(Composite parent, Consumer<String> details) {
		this.details = details;
		viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.V_SCROLL | SWT.H_SCROLL);
		LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), viewer.getControl());
		for (StageState state : StageState.values()) {
			icons.put(state, images.create(Icons.descriptor(SimulatorUi.PLUGIN_ID, icon(state))));
		}
		parent.setLayout(layout);
		Function<DemoStage, Image> icon = stage -> icons.get(progress(stage).state());
		int names = widest(StageText::name);
		int times = widest(stage -> SAMPLE_TIME);
		int boardTimes = widest(stage -> Messages.DemoView_board_time);
		column(Messages.DemoView_stage, StageText::name, icon, fixed(names));
		column(Messages.DemoView_time, stage -> StageText.time(progress(stage)), null, fixed(times));
		TableColumn boardTime = column(Messages.DemoView_board_time, stage -> StageText.boardTime(progress(stage)), null,
				fixed(boardTimes));
		TableColumn evidence = column(Messages.DemoView_evidence, stage -> StageText.evidence(progress(stage)), null, HIDDEN);
		int least = names + times + boardTimes + widest(stage -> SAMPLE_EVIDENCE);
		parent.addControlListener(ControlListener.controlResizedAdapter(event -> {
			// GTK stretches the last visible column, and the layout takes that for the user's wish
			layout.setColumnData(boardTime, fixed(boardTimes));
			layout.setColumnData(evidence, parent.getClientArea().width >= least ? new ColumnWeightData(1) : HIDDEN);
			parent.layout();
		}));
		ColumnViewerToolTipSupport.enableFor(viewer);
		Table table = viewer.getTable();
		table.setHeaderVisible(true);
		table.setData(BankswapUi.WIDGET_NAME, "demo.stages"); //$NON-NLS-1$
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setInput(DemoStage.values());
		viewer.addSelectionChangedListener(event -> tellDetails());
		table.addListener(SWT.MouseDown, event -> chosenByUser = true);
		table.addListener(SWT.KeyDown, event -> chosenByUser = true);
	}

	void show(DemoProgress demo) {
		shown = demo;
		if (demo.done() == 0) {
			chosenByUser = false;
			viewer.setSelection(StructuredSelection.EMPTY);
		}
		viewer.refresh();
		demo.current().ifPresent(viewer::reveal);
		tellDetails();
	}

	void setFocus() {
		viewer.getControl().setFocus();
		if (!chosenByUser) {
			viewer.setSelection(StructuredSelection.EMPTY);
		}
	}

	private StageProgress progress(DemoStage stage) {
		return shown.stages().get(stage.ordinal());
	}

	/** The evidence of the stage that the user selected, or the newest. */
	private void tellDetails() {
		Optional<StageProgress> newest = shown.stages().stream().filter(stage -> stage.result().isPresent())
				.reduce((earlier, later) -> later);
		Object selected = viewer.getStructuredSelection().getFirstElement();
		Optional<StageProgress> stage = chosenByUser && selected instanceof DemoStage chosen ? Optional.of(progress(chosen))
				: newest;
		details.accept(stage.map(StageText::detail).orElse("")); //$NON-NLS-1$
	}

	private TableColumn column(String title, Function<DemoStage, String> text, @Nullable Function<DemoStage, Image> image,
			ColumnLayoutData width) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEAD);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), width);
		column.setLabelProvider(new StageLabels(text, image));
		return column.getColumn();
	}

	/** A width that holds the text of every stage, an icon, and the cell's own margins. */
	private int widest(Function<DemoStage, String> text) {
		GC gc = new GC(viewer.getControl());
		try {
			int width = Arrays.stream(DemoStage.values()).map(text).mapToInt(name -> gc.textExtent(name).x).max().orElse(0);
			return width + 2 * gc.getFontMetrics().getHeight();
		} finally {
			gc.dispose();
		}
	}

	private static ColumnLayoutData fixed(int width) {
		return new ColumnPixelData(width, true, false);
	}

	private static String icon(StageState state) {
		return switch (state) {
		case WAITING, NOT_REACHED -> "obj16/stage_waiting.png"; //$NON-NLS-1$
		case RUNNING -> "obj16/stage_running.png"; //$NON-NLS-1$
		case DONE -> "obj16/stage_done.png"; //$NON-NLS-1$
		case FAILED -> "obj16/stage_failed.png"; //$NON-NLS-1$
		case CANCELLED -> "obj16/stage_cancelled.png"; //$NON-NLS-1$
		};
	}

	/** One column. The tooltip repeats the text, because evidence is often wider than its column. */
	private static final class StageLabels extends ColumnLabelProvider {

		private final Function<DemoStage, String> text;

		private final @Nullable Function<DemoStage, Image> image;

		StageLabels(Function<DemoStage, String> text, @Nullable Function<DemoStage, Image> image) {
			this.text = text;
			this.image = image;
		}

		@Override
		@NonNullByDefault({})
		public String getText(Object element) {
			return text.apply((DemoStage) element);
		}

		@Override
		@NonNullByDefault({})
		public String getToolTipText(Object element) {
			String value = getText(element);
			return value.isEmpty() ? null : value;
		}

		@Override
		@NonNullByDefault({})
		public Image getImage(Object element) {
			Function<DemoStage, Image> source = image;
			return source == null ? null : source.apply((DemoStage) element);
		}
	}
}
