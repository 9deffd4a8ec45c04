# Copyright (c) 2026 Bankswap contributors.
# SPDX-License-Identifier: EPL-2.0
"""Calls every operation of the control plane with boto3 and compares the raw replies with the service models.

botocore ignores members that it does not know and values of the wrong type, so "the call did not fail" proves little.
Usage: strict_boto3.py PORT CERTIFICATE.pem SIGNER.pem SIGNER-KEY.pem CSR.pem ; prints violations; exit code 0 if there are none.
"""
import json
import sys
import time

import boto3
import botocore.parsers
from botocore.config import Config
from botocore.exceptions import ClientError

port, cert_file, signer_file, key_file, csr_file = sys.argv[1:6]
violations = []
called = set()


def complain(where, what):
    violations.append(f"{where}: {what}")


def check_json(value, shape, where):
    kind = shape.type_name
    if value is None:
        complain(where, "is null")
    elif kind == "structure":
        if not isinstance(value, dict):
            return complain(where, f"is no structure: {value!r}")
        known = {m.serialization.get("name", n): m for n, m in shape.members.items()}
        for name, child in value.items():
            if name not in known:
                complain(where, f"unknown member {name}")
            else:
                check_json(child, known[name], f"{where}.{name}")
        for name in shape.required_members:
            if name not in value:
                complain(where, f"required member {name} is missing")
    elif kind == "list":
        if not isinstance(value, list):
            return complain(where, "is no list")
        for i, child in enumerate(value):
            check_json(child, shape.member, f"{where}[{i}]")
    elif kind == "map":
        if not isinstance(value, dict):
            return complain(where, "is no map")
        for name, child in value.items():
            check_json(child, shape.value, f"{where}[{name}]")
    elif kind == "timestamp":
        if isinstance(value, bool) or not isinstance(value, (int, float)):
            complain(where, f"is no epoch time: {value!r}")
    elif kind in ("integer", "long"):
        if isinstance(value, bool) or not isinstance(value, int):
            complain(where, f"is no whole number: {value!r}")
    elif kind == "boolean":
        if not isinstance(value, bool):
            complain(where, f"is no boolean: {value!r}")
    elif kind in ("string", "blob"):
        if not isinstance(value, str):
            return complain(where, f"is no string: {value!r}")
        if getattr(shape, "enum", None) and value not in shape.enum:
            complain(where, f"{value!r} is not one of {shape.enum}")


def check_xml(node, shape, where):
    def local(tag):
        return tag.split("}")[-1]

    if shape.type_name == "structure":
        known = {}
        for name, member in shape.members.items():
            serial = member.serialization
            if member.type_name == "list" and serial.get("flattened"):
                known[serial.get("name") or member.member.serialization.get("name", name)] = (member, True)
            else:
                known[serial.get("name", name)] = (member, False)
        for child in node:
            name = local(child.tag)
            if name in ("ResponseMetadata",):
                continue
            if name not in known:
                complain(where, f"unknown element {name}")
                continue
            member, flat = known[name]
            check_xml(child, member.member if flat else member, f"{where}.{name}")
    elif shape.type_name == "list":
        for child in node:
            check_xml(child, shape.member, f"{where}[]")
    elif len(node):
        complain(where, "has elements but should be text")
    elif shape.type_name == "boolean" and node.text not in ("true", "false"):
        complain(where, f"is no boolean: {node.text!r}")
    elif shape.type_name in ("integer", "long") and not (node.text or "").isdigit():
        complain(where, f"is no number: {node.text!r}")
    elif shape.type_name == "string" and getattr(shape, "enum", None) and node.text not in shape.enum:
        complain(where, f"{node.text!r} is not one of {shape.enum}")


original = botocore.parsers.ResponseParser.parse


def strict(self, response, shape):
    body, status = response["body"], response["status_code"]
    where = shape.name if shape is not None else "reply"
    called.add(where)
    xml = isinstance(self, (botocore.parsers.QueryParser, botocore.parsers.RestXMLParser))
    if status >= 301:
        check_error(where, response, xml)
    elif shape is not None and isinstance(body, bytes) and body:
        payload = shape.serialization.get("payload")
        if payload is None or shape.members[payload].type_name == "structure":
            target = shape if payload is None else shape.members[payload]
            if xml:
                import xml.etree.ElementTree as tree
                root = tree.fromstring(body)
                wrapper = shape.serialization.get("resultWrapper")
                node = next(c for c in root if c.tag.endswith(wrapper)) if wrapper else root
                if target.members or len(node):
                    check_xml(node, target, where)
            else:
                check_json(json.loads(body), target, where)
    return original(self, response, shape)


def check_error(where, response, xml):
    body, headers = response["body"], {k.lower(): v for k, v in response["headers"].items()}
    if xml and not body and response["status_code"] in (404, 405):
        return  # HEAD
    if xml and b"<Code>" not in body:
        complain(where, f"error without a code: {body!r}")
    if not xml and "x-amzn-errortype" not in headers and "__type" not in json.loads(body):
        complain(where, "error without x-amzn-ErrorType or __type")


botocore.parsers.ResponseParser.parse = strict
config = Config(retries={"max_attempts": 0, "mode": "standard"}, s3={"addressing_style": "path"}, read_timeout=20)
session = boto3.Session("AKIASANDBOX", "x", region_name="us-west-2")


def client(name):
    return session.client(name, endpoint_url=f"http://127.0.0.1:{port}", config=config)


iot, s3, acm, signer, iam, sts, data, plane = map(
    client, ("iot", "s3", "acm", "signer", "iam", "sts", "iot-jobs-data", "iot-data"))


def refused(code, expected_status, call, /, **arguments):
    try:
        call(**arguments)
        complain(str(call), f"should have failed with {code}")
    except ClientError as e:
        found = e.response["Error"]["Code"], e.response["ResponseMetadata"]["HTTPStatusCode"]
        if found != (code, expected_status):
            complain(call.__name__, f"failed with {found} instead of {(code, expected_status)}: {e}")
        known = [s.name for s in call.__self__.meta.service_model.operation_model(
            call.__self__.meta.method_to_api_mapping[call.__name__]).error_shapes]
        if call.__self__ in (iot, data, plane) and code not in known:
            complain(call.__name__, f"{code} is not among the errors of the model {known}")


def text(path):
    with open(path, encoding="ascii") as file:
        return file.read()


thing, bucket, role_name = "strict-thing", "afr-ota-strict", "strict-role"
account = sts.get_caller_identity()["Account"]
iot.describe_endpoint(endpointType="iot:Data-ATS")
arn = iot.create_thing(thingName=thing, attributePayload={"attributes": {"board": "H573"}})["thingArn"]
iot.create_thing(thingName=thing, attributePayload={"attributes": {"board": "H573"}})
refused("ResourceAlreadyExistsException", 409, iot.create_thing, thingName=thing,
        attributePayload={"attributes": {"board": "other"}})
refused("ResourceNotFoundException", 404, iot.describe_thing, thingName="nobody")
refused("InvalidRequestException", 400, iot.describe_thing, thingName="no body")
iot.describe_thing(thingName=thing)
iot.list_things(maxResults=1)
certificate = iot.register_certificate_without_ca(certificatePem=text(cert_file), status="ACTIVE")
refused("ResourceAlreadyExistsException", 409, iot.register_certificate_without_ca, certificatePem=text(cert_file))
refused("CertificateValidationException", 400, iot.register_certificate_without_ca, certificatePem="nonsense")
iot.describe_certificate(certificateId=certificate["certificateId"])
iot.list_certificates(pageSize=1)
made = iot.create_certificate_from_csr(certificateSigningRequest=text(csr_file), setAsActive=True)
iot.attach_thing_principal(thingName=thing, principal=certificate["certificateArn"])
iot.list_thing_principals(thingName=thing)
iot.list_principal_things(principal=certificate["certificateArn"])
policy = json.dumps({"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": "iot:*", "Resource": "*"}]})
iot.create_policy(policyName="strict", policyDocument=policy)
refused("ResourceAlreadyExistsException", 409, iot.create_policy, policyName="strict", policyDocument=policy)
refused("MalformedPolicyException", 400, iot.create_policy, policyName="bad", policyDocument="{")
iot.get_policy(policyName="strict")
iot.list_policies()
iot.attach_policy(policyName="strict", target=certificate["certificateArn"])
iot.list_attached_policies(target=certificate["certificateArn"])
iot.list_targets_for_policy(policyName="strict")
refused("DeleteConflictException", 409, iot.delete_policy, policyName="strict")

with open(signer_file, "rb") as c, open(key_file, "rb") as k:
    signing_arn = acm.import_certificate(Certificate=c.read(), PrivateKey=k.read())["CertificateArn"]
acm.describe_certificate(CertificateArn=signing_arn)
acm.get_certificate(CertificateArn=signing_arn)
acm.list_certificates()
refused("ValidationException", 400, acm.import_certificate, Certificate=b"x", PrivateKey=b"y")
signer.put_signing_profile(profileName="strict", platformId="AmazonFreeRTOS-Default",
                           signingMaterial={"certificateArn": signing_arn}, signingParameters={"certname": "ota_signer_pub"})
signer.get_signing_profile(profileName="strict")
signer.list_signing_profiles()
refused("ResourceNotFoundException", 404, signer.get_signing_profile, profileName="nobody")

s3.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
refused("BucketAlreadyOwnedByYou", 409, s3.create_bucket, Bucket=bucket,
        CreateBucketConfiguration={"LocationConstraint": "us-west-2"})
refused("IllegalLocationConstraintException", 400, s3.create_bucket, Bucket="elsewhere",
        CreateBucketConfiguration={"LocationConstraint": "eu-west-1"})
s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
s3.get_bucket_versioning(Bucket=bucket)
s3.get_bucket_location(Bucket=bucket)
s3.head_bucket(Bucket=bucket)
s3.list_buckets()
image = bytes(range(256)) * 1924
first = s3.put_object(Bucket=bucket, Key="odd key+ä.bin", Body=image, Metadata={"who": "me"}, ContentType="application/x-test")
for algorithm in ("CRC32", "SHA1", "SHA256"):
    s3.put_object(Bucket=bucket, Key="sum.bin", Body=image, ChecksumAlgorithm=algorithm)
got = s3.get_object(Bucket=bucket, Key="odd key+ä.bin", VersionId=first["VersionId"])
if got["Body"].read() != image or got["Metadata"] != {"who": "me"} or got["ContentType"] != "application/x-test":
    complain("GetObject", "content or metadata differ")
if s3.get_object(Bucket=bucket, Key="odd key+ä.bin", Range="bytes=256-257")["Body"].read() != b"\x00\x01":
    complain("GetObject", "range differs")
s3.head_object(Bucket=bucket, Key="odd key+ä.bin")
refused("NoSuchKey", 404, s3.get_object, Bucket=bucket, Key="nothing")
refused("NoSuchBucket", 404, s3.get_object, Bucket="nothing-here", Key="nothing")
refused("404", 404, s3.head_object, Bucket=bucket, Key="nothing")
keys = [c["Key"] for c in s3.list_objects_v2(Bucket=bucket, Prefix="odd")["Contents"]]
if keys != ["odd key+ä.bin"]:
    complain("ListObjectsV2", f"keys {keys}")
pages = list(s3.get_paginator("list_object_versions").paginate(Bucket=bucket, PaginationConfig={"PageSize": 1}))
if len([v for p in pages for v in p["Versions"]]) != 4:
    complain("ListObjectVersions", "pages do not add up")
s3.list_objects(Bucket=bucket, Delimiter=".")
s3.copy_object(Bucket=bucket, Key="copy.bin", CopySource={"Bucket": bucket, "Key": "odd key+ä.bin"})
s3.delete_object(Bucket=bucket, Key="copy.bin")
s3.delete_objects(Bucket=bucket, Delete={"Objects": [{"Key": "sum.bin"}, {"Key": "missing"}]})
upload = s3.create_multipart_upload(Bucket=bucket, Key="parts.bin")["UploadId"]
part = s3.upload_part(Bucket=bucket, Key="parts.bin", UploadId=upload, PartNumber=1, Body=image)
s3.complete_multipart_upload(Bucket=bucket, Key="parts.bin", UploadId=upload,
                             MultipartUpload={"Parts": [{"PartNumber": 1, "ETag": part["ETag"]}]})
upload = s3.create_multipart_upload(Bucket=bucket, Key="parts.bin")["UploadId"]
s3.abort_multipart_upload(Bucket=bucket, Key="parts.bin", UploadId=upload)
refused("NoSuchUpload", 404, s3.abort_multipart_upload, Bucket=bucket, Key="parts.bin", UploadId=upload)
job = signer.start_signing_job(source={"s3": {"bucketName": bucket, "key": "odd key+ä.bin", "version": first["VersionId"]}},
                               destination={"s3": {"bucketName": bucket, "prefix": "signed/"}}, profileName="strict")
signer.describe_signing_job(jobId=job["jobId"])
signer.list_signing_jobs()

trust = json.dumps({"Version": "2012-10-17", "Statement": [
    {"Effect": "Allow", "Principal": {"Service": "iot.amazonaws.com"}, "Action": "sts:AssumeRole"}]})
role = iam.create_role(RoleName=role_name, AssumeRolePolicyDocument=trust)["Role"]
refused("EntityAlreadyExists", 409, iam.create_role, RoleName=role_name, AssumeRolePolicyDocument=trust)
refused("NoSuchEntity", 404, iam.get_role, RoleName="nobody")
if iam.get_role(RoleName=role_name)["Role"]["AssumeRolePolicyDocument"] != json.loads(trust):
    complain("GetRole", "trust policy differs")
iam.list_roles(MaxItems=1)
managed = "arn:aws:iam::aws:policy/service-role/AmazonFreeRTOSOTAUpdate"
iam.attach_role_policy(RoleName=role_name, PolicyArn=managed)
iam.list_attached_role_policies(RoleName=role_name)
iam.put_role_policy(RoleName=role_name, PolicyName="own", PolicyDocument=policy)
iam.get_role_policy(RoleName=role_name, PolicyName="own")
iam.list_role_policies(RoleName=role_name)
refused("DeleteConflict", 409, iam.delete_role, RoleName=role_name)


def file(profile):
    return {"fileName": "STM32H573I-DK_aws.bin", "fileVersion": "1", "fileLocation": {
        "s3Location": {"bucket": bucket, "key": "odd key+ä.bin", "version": first["VersionId"]}},
        "codeSigning": {"startSigningJobParameter": {
            "signingProfileName": profile, "destination": {"s3Destination": {"bucket": bucket}}}}}


def wait(update):
    for _ in range(100):
        info = iot.get_ota_update(otaUpdateId=update)["otaUpdateInfo"]
        if info["otaUpdateStatus"] not in ("CREATE_PENDING", "CREATE_IN_PROGRESS"):
            return info
        time.sleep(0.05)
    raise SystemExit("the OTA update is never made")


iot.create_ota_update(otaUpdateId="strict", targets=[arn], files=[file("strict")], roleArn=role["Arn"])
refused("ResourceAlreadyExistsException", 409, iot.create_ota_update, otaUpdateId="strict", targets=[arn],
        files=[file("strict")], roleArn=role["Arn"])
refused("InvalidRequestException", 400, iot.create_ota_update, otaUpdateId="x" * 57, targets=[arn],
        files=[file("strict")], roleArn=role["Arn"])
info = wait("strict")
if info["otaUpdateStatus"] != "CREATE_COMPLETE":
    complain("CreateOTAUpdate", str(info.get("errorInfo")))
iot.create_ota_update(otaUpdateId="failing", targets=[arn], files=[file("nobody")], roleArn=role["Arn"])
if wait("failing").get("errorInfo", {}).get("code") != "ResourceNotFoundException":
    complain("CreateOTAUpdate", "an unknown profile should be in errorInfo")
iot.list_ota_updates(otaUpdateStatus="CREATE_FAILED")
job_id = "AFR_OTA-strict"
stream = json.loads(iot.get_job_document(jobId=job_id)["document"])["afr_ota"]["streamname"]
iot.describe_job(jobId=job_id)
iot.list_jobs(status="IN_PROGRESS")
iot.describe_job_execution(jobId=job_id, thingName=thing)
iot.list_job_executions_for_job(jobId=job_id)
iot.list_job_executions_for_thing(thingName=thing)
iot.describe_stream(streamId=stream)
iot.list_streams()
iot.create_stream(streamId="strict", files=[{"fileId": 7, "s3Location": {"bucket": bucket, "key": "parts.bin"}}],
                  roleArn=role["Arn"])
iot.delete_stream(streamId="strict")
data.get_pending_job_executions(thingName=thing)
data.start_next_pending_job_execution(thingName=thing, statusDetails={"receive": "1/241"})
data.describe_job_execution(thingName=thing, jobId="$next")
data.update_job_execution(thingName=thing, jobId=job_id, status="IN_PROGRESS", includeJobExecutionState=True,
                          includeJobDocument=True)
data.describe_job_execution(thingName=thing, jobId=job_id, includeJobDocument=False, executionNumber=1)
refused("ResourceNotFoundException", 404, data.describe_job_execution, thingName=thing, jobId=job_id, executionNumber=2)
refused("ResourceNotFoundException", 404, data.describe_job_execution, thingName=thing, jobId="nobody")
refused("ResourceNotFoundException", 404, data.get_pending_job_executions, thingName="nobody")
refused("InvalidRequestException", 400, data.update_job_execution, thingName=thing, jobId=job_id, status="QUEUED")
refused("InvalidRequestException", 400, data.update_job_execution, thingName=thing, jobId=job_id, status="FAILED",
        stepTimeoutInMinutes=0)
refused("InvalidStateTransitionException", 409, data.update_job_execution, thingName=thing, jobId=job_id, status="FAILED",
        expectedVersion=77)
refused("InvalidStateTransitionException", 409, data.update_job_execution, thingName=thing, jobId=job_id, status="REJECTED")
iot.describe_job_execution(jobId=job_id, thingName=thing)
iot.create_job(jobId="strict", targets=[arn], document='{"a":1}', description="d")
iot.cancel_job_execution(jobId="strict", thingName=thing)
refused("ResourceNotFoundException", 404, iot.describe_job, jobId="nobody")
iot.delete_job(jobId="strict", force=True)
iot.create_job(jobId="done", targets=[arn], document='{"a":1}')
data.update_job_execution(thingName=thing, jobId="done", status="SUCCEEDED")
refused("TerminalStateException", 410, data.describe_job_execution, thingName=thing, jobId="done")
iot.create_job(jobId="strict2", targets=[arn], document='{"a":1}')
iot.cancel_job(jobId="strict2", comment="enough")
refused("InvalidRequestException", 400, iot.delete_ota_update, otaUpdateId="strict")
iot.delete_ota_update(otaUpdateId="strict", deleteStream=True, forceDeleteAWSJob=True)
iot.delete_ota_update(otaUpdateId="failing")


def shadow(reply):
    return json.loads(reply["payload"].read())


refused("ResourceNotFoundException", 404, plane.get_thing_shadow, thingName=thing)
refused("ResourceNotFoundException", 404, plane.get_thing_shadow, thingName="nobody")
first_shadow = shadow(plane.update_thing_shadow(thingName=thing, payload=json.dumps({"state": {"desired": {"powerOn": 1}}})))
if first_shadow["version"] != 1 or list(first_shadow["metadata"]["desired"]["powerOn"]) != ["timestamp"]:
    complain("UpdateThingShadow", str(first_shadow))
if shadow(plane.get_thing_shadow(thingName=thing))["state"] != {"desired": {"powerOn": 1}, "delta": {"powerOn": 1}}:
    complain("GetThingShadow", "state differs")
refused("ConflictException", 409, plane.update_thing_shadow, thingName=thing, payload=b'{"state":{},"version":9}')
refused("InvalidRequestException", 400, plane.update_thing_shadow, thingName=thing, payload=b"{")
refused("InvalidRequestException", 400, plane.update_thing_shadow, thingName=thing, shadowName="a b", payload=b'{"state":{}}')
refused("RequestEntityTooLargeException", 413, plane.update_thing_shadow, thingName=thing, payload=b" " * 9000)
refused("UnsupportedDocumentEncodingException", 415, plane.update_thing_shadow, thingName=thing, payload=b'{"state":"\xff"}')
for name in ("led", "fan", "$x:1"):
    plane.update_thing_shadow(thingName=thing, shadowName=name, payload=b'{"state":{"reported":{}}}')
page = plane.list_named_shadows_for_thing(thingName=thing, pageSize=2)
page["results"] += plane.list_named_shadows_for_thing(thingName=thing, nextToken=page["nextToken"])["results"]
if page["results"] != ["$x:1", "fan", "led"]:
    complain("ListNamedShadowsForThing", str(page))
refused("ResourceNotFoundException", 404, plane.list_named_shadows_for_thing, thingName="nobody")
plane.delete_thing_shadow(thingName=thing, shadowName="led")
if shadow(plane.delete_thing_shadow(thingName=thing))["version"] != 1:
    complain("DeleteThingShadow", "version differs")
refused("ResourceNotFoundException", 404, plane.delete_thing_shadow, thingName=thing)
plane.publish(topic="plain/topic", payload=b"\x00raw")
plane.publish(topic="kept/a b", qos=1, retain=True, payload=b"\x00\xffraw")
plane.publish(topic="kept/2", retain=True, payload=b"2")
refused("InvalidRequestException", 400, plane.publish, topic="a/+/b", payload=b"")
refused("InvalidRequestException", 400, plane.publish, topic="$aws/things/x/shadow/get", retain=True, payload=b"1")
kept = plane.get_retained_message(topic="kept/a b")
if kept["payload"] != b"\x00\xffraw" or kept["qos"] != 1 or kept["lastModifiedTime"] < 10 ** 12:
    complain("GetRetainedMessage", str(kept))
if [m["topic"] for m in plane.list_retained_messages(maxResults=1)["retainedTopics"]] != ["kept/2"]:
    complain("ListRetainedMessages", "page differs")
plane.publish(topic="kept/2", retain=True, payload=b"")
refused("ResourceNotFoundException", 404, plane.get_retained_message, topic="kept/2")
iot.detach_policy(policyName="strict", target=certificate["certificateArn"])
iot.detach_thing_principal(thingName=thing, principal=certificate["certificateArn"])
refused("CertificateStateException", 406, iot.delete_certificate, certificateId=certificate["certificateId"])
for each in (certificate, made):
    iot.update_certificate(certificateId=each["certificateId"], newStatus="INACTIVE")
    iot.delete_certificate(certificateId=each["certificateId"], forceDelete=True)
iot.delete_thing(thingName=thing)
iot.delete_policy(policyName="strict")
signer.cancel_signing_profile(profileName="strict")
acm.delete_certificate(CertificateArn=signing_arn)
iam.delete_role_policy(RoleName=role_name, PolicyName="own")
iam.detach_role_policy(RoleName=role_name, PolicyArn=managed)
iam.update_assume_role_policy(RoleName=role_name, PolicyDocument=trust)
iam.delete_role(RoleName=role_name)
refused("BucketNotEmpty", 409, s3.delete_bucket, Bucket=bucket)
for page in s3.get_paginator("list_object_versions").paginate(Bucket=bucket):
    for version in page.get("Versions", []) + page.get("DeleteMarkers", []):
        s3.delete_object(Bucket=bucket, Key=version["Key"], VersionId=version["VersionId"])
s3.delete_bucket(Bucket=bucket)
try:
    iot.list_thing_groups()
    complain("ListThingGroups", "is unknown and should say so")
except ClientError as e:
    if e.response["Error"]["Code"] != "UnknownOperationException":
        complain("ListThingGroups", str(e))

begin = time.monotonic()
for _ in range(200):
    iot.describe_endpoint()
print(f"{(time.monotonic() - begin) * 5:.2f} ms a request, {len(called)} kinds of replies checked")
print("\n".join(violations))
sys.exit(1 if violations else 0)
