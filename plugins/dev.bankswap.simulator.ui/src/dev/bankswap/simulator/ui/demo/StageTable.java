/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.simulator.ui.demo;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

import org.eclipse.jdt.annotation.NonNullByDefault;
import org.eclipse.jdt.annotation.Nullable;
import org.eclipse.jface.layout.TableColumnLayout;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.viewers.ArrayContentProvider;
import org.eclipse.jface.viewers.ColumnLabelProvider;
import org.eclipse.jface.viewers.ColumnViewerToolTipSupport;
import org.eclipse.jface.viewers.ColumnWeightData;
import org.eclipse.jface.viewers.TableViewer;
import org.eclipse.jface.viewers.TableViewerColumn;
import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Table;

import dev.bankswap.simulator.demo.DemoStage;
import dev.bankswap.simulator.ui.SimulatorUi;
import dev.bankswap.simulator.ui.session.DemoProgress;
import dev.bankswap.simulator.ui.session.StageProgress;
import dev.bankswap.simulator.ui.session.StageState;
import dev.bankswap.ui.BankswapUi;
import dev.bankswap.ui.Icons;

/** The table of stages: how far each is, how long it took, and what shows that it happened. */
final class StageTable {

	private final TableViewer viewer;

	private final Map<StageState, Image> icons = new EnumMap<>(StageState.class);

	private DemoProgress shown = DemoProgress.none();

	StageTable(Composite parent) {
		viewer = new TableViewer(parent, SWT.FULL_SELECTION | SWT.V_SCROLL);
		LocalResourceManager images = new LocalResourceManager(JFaceResources.getResources(), viewer.getControl());
		for (StageState state : StageState.values()) {
			icons.put(state, images.create(Icons.descriptor(SimulatorUi.PLUGIN_ID, icon(state))));
		}
		TableColumnLayout layout = new TableColumnLayout();
		parent.setLayout(layout);
		column(layout, Messages.DemoView_stage, 30, StageText::name, stage -> icons.get(progress(stage).state()));
		column(layout, Messages.DemoView_time, 12, stage -> StageText.time(progress(stage)), null);
		column(layout, Messages.DemoView_board_time, 14, stage -> StageText.boardTime(progress(stage)), null);
		column(layout, Messages.DemoView_evidence, 44, stage -> StageText.evidence(progress(stage)), null);
		ColumnViewerToolTipSupport.enableFor(viewer);
		Table table = viewer.getTable();
		table.setHeaderVisible(true);
		table.setData(BankswapUi.WIDGET_NAME, "demo.stages"); //$NON-NLS-1$
		viewer.setContentProvider(ArrayContentProvider.getInstance());
		viewer.setInput(DemoStage.values());
	}

	void show(DemoProgress demo) {
		shown = demo;
		viewer.refresh();
		demo.current().ifPresent(viewer::reveal);
	}

	void setFocus() {
		viewer.getControl().setFocus();
	}

	private StageProgress progress(DemoStage stage) {
		return shown.stages().get(stage.ordinal());
	}

	private void column(TableColumnLayout layout, String title, int weight, Function<DemoStage, String> text,
			@Nullable Function<DemoStage, Image> image) {
		TableViewerColumn column = new TableViewerColumn(viewer, SWT.LEAD);
		column.getColumn().setText(title);
		layout.setColumnData(column.getColumn(), new ColumnWeightData(weight));
		column.setLabelProvider(new StageLabels(text, image));
	}

	private static String icon(StageState state) {
		return switch (state) {
		case WAITING -> "obj16/stage_waiting.png"; //$NON-NLS-1$
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
