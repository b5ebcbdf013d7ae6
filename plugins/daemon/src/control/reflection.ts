import { ReflectionService } from '@grpc/reflection'
import { BLIT_DESCRIPTOR } from '@blit/remote/descriptor'

type PackageDefinition = ConstructorParameters<typeof ReflectionService>[0]

/** The standard service by which clients such as grpcurl learn what there is. */
export function reflection(): ReflectionService {
  const descriptor = Buffer.from(BLIT_DESCRIPTOR, 'base64')
  // Of a package definition it reads only the descriptors.
  const definition = { 'blit.v2': { fileDescriptorProtos: [descriptor] } }
  return new ReflectionService(definition as unknown as PackageDefinition)
}
