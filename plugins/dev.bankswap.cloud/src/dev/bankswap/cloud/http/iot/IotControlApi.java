/*******************************************************************************
 * Copyright (c) 2026 Bankswap contributors.
 * SPDX-License-Identifier: EPL-2.0
 *******************************************************************************/
package dev.bankswap.cloud.http.iot;

import dev.bankswap.cloud.http.EndpointInfo;
import dev.bankswap.cloud.http.rest.RestJsonApi;
import dev.bankswap.cloud.http.rest.Routes;
import dev.bankswap.cloud.service.CloudServices;

/** The control plane of AWS IoT. */
public final class IotControlApi extends RestJsonApi {

	/**
	 * Makes the API.
	 *
	 * @param services what is behind it
	 * @param endpoint where devices find the cloud
	 */
	public IotControlApi(CloudServices services, EndpointInfo endpoint) {
		super("AWS IoT", "InvalidRequestException", new Routes());
		new EndpointOperations(endpoint).addTo(routes());
		new ThingOperations(services.things()).addTo(routes());
		new CertificateOperations(services).addTo(routes());
		new PolicyOperations(services.policies()).addTo(routes());
		new JobOperations(services).addTo(routes());
		new JobExecutionOperations(services.jobs()).addTo(routes());
		new StreamOperations(services.streams()).addTo(routes());
		new OtaUpdateOperations(services.otaUpdates()).addTo(routes());
	}
}
